"""What reading one workbook may cost; every figure is enforced while reading, not afterwards."""

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one workbook. Sizes in bytes, times in seconds.

    `cells` counts places up to the last filled one of each row, so that one far-away cell costs
    what it would cost to show. `memory` is address space of the reading process.
    """

    file_size: int = 30 * _MEGABYTE
    expanded_size: int = 400 * _MEGABYTE
    parts: int = 5_000
    sheets: int = 100
    rows: int = 200_000
    columns: int = 512
    cells: int = 4_000_000
    characters: int = 60_000_000
    memory: int = 1024 * _MEGABYTE
    cpu_time: int = 120
    time: float = 180.0


MARKING_LIMITS = Limits(cpu_time=300, time=400.0)
"""Marking writes a workbook as well, which takes several times as long as reading it."""
