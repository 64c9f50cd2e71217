"""Nominations: from the draft of a department to the appointment."""
