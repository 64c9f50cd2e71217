"""Each fault for some seconds under sixteen clients; `make faults` takes longer."""

import os
from pathlib import Path

import pytest
from rounds import FAULTS, suffer

SECONDS = 6


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_lost_or_doubled_or_left_open(
    fault: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder: Path = tmp_path_factory.mktemp("faults")
    os.chmod(folder, 0o755)
    result = suffer(fault, SECONDS, folder)
    outcome = result.outcome
    assert (outcome.lost, outcome.doubled, outcome.unresolved) == (0, 0, 0), result.line()
    assert 500 not in outcome.statuses, result.line()
    assert outcome.acknowledged > 0
    assert (result.rounds > 0) == (fault != "no fault")
