"""Files that people hand in: told by content, stored once, handed out only as downloads."""
