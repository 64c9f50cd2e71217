"""The duty review: rounds, reports, ballots, results."""
