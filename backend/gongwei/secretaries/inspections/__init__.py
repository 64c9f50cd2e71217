"""Inspections before approval: team, interviews, facets, finding, report."""
