"""Requests to change the tree on a day: prepared, submitted, approved, and applied on their
date."""
