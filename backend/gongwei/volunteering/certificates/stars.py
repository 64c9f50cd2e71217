"""Star levels of volunteers by recorded hours. They stand on certificates alone: no list is sorted
by them and nobody is compared.
"""

HOURS = (100, 300, 600, 1000, 1500)


def star_level(recorded_minutes: int) -> int:
    """0 to 5. Late entries raise nobody's."""
    return sum(recorded_minutes >= hours * 60 for hours in HOURS)
