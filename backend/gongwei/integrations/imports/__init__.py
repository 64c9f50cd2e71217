"""Imports of organisations, members and secretaries from the committee's own workbooks."""
