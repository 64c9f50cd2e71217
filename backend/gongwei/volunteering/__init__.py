"""Volunteer service: teams, service days, attendance, hours, certificates."""
