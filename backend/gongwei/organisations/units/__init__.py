"""The employing departments that organisations belong to."""
