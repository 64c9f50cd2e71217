"""What is owed, what waits, what changed, and the figures: over all features below."""
