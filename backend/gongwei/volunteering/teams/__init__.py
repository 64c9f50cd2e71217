"""Corps, detachments and teams, and who belongs to them."""
