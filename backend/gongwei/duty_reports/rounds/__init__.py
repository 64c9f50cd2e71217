"""Rounds of the duty review, who takes part, and by which scheme they are scored."""
