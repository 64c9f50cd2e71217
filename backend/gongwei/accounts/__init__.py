"""Sign-in, sessions, the own account, accounts of others, and who holds which role where."""
