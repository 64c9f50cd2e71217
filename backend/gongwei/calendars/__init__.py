"""Working days: the State Council's holidays and make-up days, and what an office entered."""
