"""What somebody who is described objects to, and how it was examined."""
