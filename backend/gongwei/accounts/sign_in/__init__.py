"""Signing in and out, refreshing, and switching roles."""
