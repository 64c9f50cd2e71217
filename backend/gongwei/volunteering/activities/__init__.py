"""Service days: activities, their shifts, and who signed up."""
