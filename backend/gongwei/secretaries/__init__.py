"""Who holds which post since when."""
