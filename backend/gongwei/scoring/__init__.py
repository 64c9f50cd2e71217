"""Criteria, rater groups, sheets, aggregation: what a duty review and a brand review score by."""
