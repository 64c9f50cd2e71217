"""What somebody owes by a date, until another person has verified it."""
