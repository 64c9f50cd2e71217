"""The measurements run and print what they promise; how fast they are is not tested."""

import asyncio

from measure_burst import burst
from measure_check_ins import PROMISES, measure_all, table
from measure_duty import measure as measure_duty
from programs import gongwei
from scratch import scratch_server
from service_city import build_city


def test_check_ins_are_measured_side_by_side_and_a_burst_loses_nothing() -> None:
    with scratch_server() as scratch:
        volunteers = asyncio.run(
            build_city(
                scratch.url, organisations=60, detachments=6, members=9_000, in_service=9_000
            )
        )
        rates = measure_all(scratch, volunteers, 1)
        one = burst(scratch, gongwei(scratch.url, scratch.folder, 2), volunteers, 2, 5)
    assert [name for name, rate in rates.items() if rate <= 0] == []
    assert len(table(rates).splitlines()) == 2 + len(rates) + 3 + len(PROMISES)
    assert (one.lost, one.doubled, set(one.tally.statuses())) == (0, 0, {201})


def test_a_hall_votes_at_once_and_every_ballot_counts_once() -> None:
    with scratch_server() as scratch:
        found = measure_duty(scratch, participants=6, papers=10, at_once=30)
    assert (found.envelopes, found.opened, set(found.casts.statuses())) == (60, 60, {201})
