"""Which process runs which tests, and in what order, when several processes share a run."""

import pytest
from xdist.scheduler import LoadFileScheduling

FIRST = ("browser", "contract", "architecture", "postgres15", "commands")
"""Folders that take longest, begun first, so that no process is left alone with one at the end."""

TOGETHER = ("browser", "contract", "architecture")
"""Folders whose tests share a server or a seeded committee, each run by one process."""


class Scheduling(LoadFileScheduling):
    """Hands out whole files, and whole folders of tests that share something costly."""

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)


def unit_of(nodeid: str) -> str:
    """What one process runs together with the test."""
    file = nodeid.split("::", 1)[0]
    return folder_of(file) if folder_of(file) in TOGETHER else file


def folder_of(file: str) -> str:
    """The folder below `tests` that the file stands in."""
    return file.split("/")[1]


def place_of(item: pytest.Item) -> int:
    """The place of a test's folder in the order of the run."""
    folder = folder_of(item.nodeid.split("::", 1)[0])
    return FIRST.index(folder) if folder in FIRST else len(FIRST)
