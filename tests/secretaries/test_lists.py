"""A list of secretaries is no way round the rules of a post."""

from datetime import date

import pytest

from factories.roster import identity_number, officer
from factories.world import commit_unrecorded
from gongwei.access.models import Organisation, OrganisationKind
from gongwei.core.errors import Problem
from gongwei.organisations.models import TermState
from gongwei.secretaries.import_rows import AppointmentRow
from gongwei.secretaries.importing import import_appointments
from gongwei.secretaries.models import Post
from secretaries.secretariat import Secretariat, days


def successor(desk: Secretariat, at: str = "finance", since: int = -5) -> AppointmentRow:
    return AppointmentRow(
        organisation_id=desk.world[at].id, name="李四", post=Post.SECRETARY,
        identity_number=identity_number(date(1970, 1, 1), 3), from_on=days(since),
    )  # fmt: skip


async def imported(desk: Secretariat, row: AppointmentRow) -> None:
    async def unheard(_done: int) -> None:
        """Nobody waits for the progress."""

    async with desk.database.transaction("*") as session:
        await import_appointments(session, officer(desk.world), [row], days(0), unheard)


async def test_nobody_is_replaced_in_the_middle_of_a_term(desk: Secretariat) -> None:
    await desk.term(days(100), elected_on=days(-800))
    held = await desk.appointment(await desk.person("茅辉"))
    with pytest.raises(Problem) as refused:
        await imported(desk, successor(desk))
    assert refused.value.code == "superior_consent_needed"
    assert (await desk.read("officer", f"secretaries/{held.id}"))["state"] == "in_office"


@pytest.mark.parametrize(("ends", "state"), [(-10, TermState.SERVING), (100, TermState.ELECTING)])
async def test_between_two_terms_a_list_names_the_successor(
    desk: Secretariat, ends: int, state: TermState
) -> None:
    await desk.term(days(ends), elected_on=days(-800), state=state)
    held = await desk.appointment(await desk.person("茅辉"))
    await imported(desk, successor(desk))
    shown = await desk.read("officer", f"secretaries/{held.id}")
    assert (shown["state"], shown["to_on"], shown["end_cause"]) == (
        "ended", str(days(-5)), "other",
    )  # fmt: skip


@pytest.mark.parametrize(("since", "talks"), [(-31, 0), (-30, 1), (-5, 1)])
async def test_whoever_took_office_lately_is_to_be_talked_to(
    desk: Secretariat, since: int, talks: int
) -> None:
    await imported(desk, successor(desk, since=since))
    found = (await desk.read("officer", "talks"))["items"]
    assert [one["due_on"] for one in found] == [str(days(since + 30))] * talks
    owed = (await desk.read("officer", "tasks"))["items"]
    assert [one["title"] for one in owed] == ["任职谈话：李四"] * talks


async def test_a_group_has_no_secretary_in_a_list_either(desk: Secretariat) -> None:
    async with desk.database.transaction("*") as session:
        place = await session.get_one(Organisation, desk.world["archive"].id)
        place.kind = OrganisationKind.GROUP
        await commit_unrecorded(session)
    with pytest.raises(Problem) as refused:
        await imported(desk, successor(desk, "archive"))
    assert refused.value.code == "no_such_post"
