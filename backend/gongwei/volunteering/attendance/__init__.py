"""Checking in and out: the rotating code, the personal code, the list."""
