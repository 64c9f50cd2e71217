"""What anybody may read before signing in."""
