"""The roster of members and its national code tables."""
