"""Service certificates, their public check, and the transcript."""
