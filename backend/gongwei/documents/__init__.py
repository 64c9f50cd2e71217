"""Documents to print: one description, written as Word and as PDF."""
