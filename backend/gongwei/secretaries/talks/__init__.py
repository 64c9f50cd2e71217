"""Appointment talks, reminder talks, written inquiries and official letters."""
