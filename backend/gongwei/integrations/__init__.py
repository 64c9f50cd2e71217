"""What the office exchanges with the outside: imports, exports and partner systems."""
