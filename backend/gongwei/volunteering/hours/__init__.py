"""Volunteer hours: computed from pairs, verified, disputed, summed up."""
