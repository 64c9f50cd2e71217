"""Duty reports, the facts beside them, and comments on them."""
