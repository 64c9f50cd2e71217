"""Secret ballots by account and by one-time code."""
