"""The dated tree of party organisations, their units, terms of office and advice."""
