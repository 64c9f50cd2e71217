"""The technical ground: database, errors, pages, workflows, tokens. Knows no word of the domain."""
