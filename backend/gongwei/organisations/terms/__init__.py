"""Terms of office, from one election to the next."""
