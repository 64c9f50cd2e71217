"""Calculated, explained, decided and published results."""
