"""Check-ins: taken one by one or as what lay on a phone, read, accepted and annulled."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import owned_within
from gongwei.access.models import Person
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, refuse_unready, visible
from gongwei.audit.record import record
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import NOT_FOUND, Problem
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.schemas import Page
from gongwei.volunteering.activities.leading import attended_activity
from gongwei.volunteering.activities.models import ActivityState
from gongwei.volunteering.attendance.claims import Claim, claim_of
from gongwei.volunteering.attendance.facts import held_doors
from gongwei.volunteering.attendance.models import CheckIn
from gongwei.volunteering.attendance.problems import ATTENDANCE_SETTLED
from gongwei.volunteering.attendance.reactions import on_judged
from gongwei.volunteering.attendance.reading import READ, check_ins_out, shown_to_each
from gongwei.volunteering.attendance.schemas import (
    BatchItemOut,
    BatchOut,
    CheckInIn,
    CheckInOut,
    CheckInQuery,
    RefusalOut,
)
from gongwei.volunteering.attendance.taking import Taken, take
from gongwei.volunteering.attendance.workflow import CHECK_IN, CheckInAction

KEY: Any = col(CheckIn.id)
NEWEST: dict[str, Any] = {"recorded_at": KEY}
"""Ids are made in the order of time, so the key is the order in which they were recorded."""


class Answer(NamedTuple):
    """A check-in, and whether it was taken by an earlier request with the same nonce."""

    check_in: CheckInOut
    before: bool


async def answers_to(
    session: AsyncSession, asked: Sequence[tuple[Actor, CheckInIn]]
) -> list[Answer | Problem]:
    """Take these entries and exits, each once and in this order. What is refused is answered by its
    problem; a refusal at the door (409) is kept as a try.
    """
    claims: dict[int, Claim] = {}
    answers: dict[int, Answer | Problem] = {}
    for place, (actor, given) in enumerate(asked):
        try:
            claims[place] = await claim_of(session, actor, given)
        except Problem as refusal:
            answers[place] = refusal
    taken: dict[int, Taken] = {}
    outcomes = await take(session, list(claims.values()))
    for place, outcome in zip(claims, outcomes, strict=True):
        if isinstance(outcome, Problem):
            answers[place] = outcome
        else:
            taken[place] = outcome
    shown = await shown_to_each(
        session, [(asked[place][0], one.check_in) for place, one in taken.items()]
    )
    for (place, one), out in zip(taken.items(), shown, strict=True):
        answers[place] = Answer(out, one.before)
    return [answers[place] for place in range(len(asked))]


async def check_in(session: AsyncSession, actor: Actor, given: CheckInIn) -> Answer:
    """Take one entry or exit."""
    (answer,) = await answers_to(session, [(actor, given)])
    if isinstance(answer, Problem):
        raise answer
    return answer


async def check_in_batch(
    session: AsyncSession, actor: Actor, items: Sequence[CheckInIn], language: str
) -> BatchOut:
    """What lay on a phone, in the order in which it was scanned; each item stands alone."""
    refuse_unready(actor)
    order = sorted(range(len(items)), key=lambda place: _scanned(items[place]))
    answers = await answers_to(session, [(actor, items[place]) for place in order])
    by_place = dict(zip(order, answers, strict=True))
    return BatchOut(
        items=[_item(given, by_place[place], language) for place, given in enumerate(items)]
    )


def _item(given: CheckInIn, answer: Answer | Problem, language: str) -> BatchItemOut:
    if isinstance(answer, Answer):
        status = 200 if answer.before else 201
        return BatchItemOut(nonce=given.nonce, status=status, check_in=answer.check_in)
    said = RefusalOut(
        code=answer.code, title=answer.title(language), detail=answer.detail(language)
    )
    return BatchItemOut(nonce=given.nonce, status=answer.type.status, problem=said)


def _scanned(given: CheckInIn) -> tuple[int, Any]:
    return (given.device_seq or 0, given.occurred_at)


async def list_check_ins(
    session: AsyncSession, actor: Actor, asked: CheckInQuery
) -> Page[CheckInOut]:
    """The check-ins of the caller's subtree, the last recorded first."""
    query = visible(actor, CheckIn, READ).where(
        await owned_within(session, actor, col(CheckIn.organisation_id), asked)
    )
    for column, wanted in (
        (col(CheckIn.activity_id), asked.activity_id),
        (col(CheckIn.shift_id), asked.shift_id),
        (col(CheckIn.person_id), asked.person_id),
        (col(CheckIn.state), asked.state),
        (col(CheckIn.day), asked.day),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if asked.q:
        typed = asked.q.strip().casefold()
        named = col(Person.search_text).contains(typed, autoescape=True)
        query = query.join(Person, col(Person.id) == col(CheckIn.person_id)).where(named)
    rows = await paginate(session, query, asked, sorts=NEWEST, default="-recorded_at", key=KEY)
    items = await check_ins_out(session, actor, rows.items)
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read(session: AsyncSession, actor: Actor, check_in_id: UUID) -> CheckInOut:
    """One check-in of the subtree, one's own, or one of an activity that one leads; else 404."""
    found = await _readable(session, actor, check_in_id)
    return (await check_ins_out(session, actor, [found]))[0]


async def read_history(
    session: AsyncSession, actor: Actor, check_in_id: UUID, params: PageParams
) -> Page[HistoryOut]:
    """Who did what with it, for the same readers."""
    found = await _readable(session, actor, check_in_id)
    await narrow(session, WHOLE_TREE)  # where the log of somebody's own check-in may stand
    return await history(session, "check_in", found.id, params)


async def _readable(session: AsyncSession, actor: Actor, check_in_id: UUID) -> CheckIn:
    refuse_unready(actor)
    inside = visible(actor, CheckIn, READ).where(col(CheckIn.id) == check_in_id)
    found = (await session.exec(inside)).first()
    if found is not None:
        return found
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, CheckIn, READ).where(col(CheckIn.id) == check_in_id)
        anywhere = (await session.exec(query)).first()
    if anywhere is None:
        raise NOT_FOUND()
    if anywhere.person_id != actor.person_id:
        await attended_activity(session, actor, anywhere.activity_id)
    return anywhere


async def act(
    session: AsyncSession,
    actor: Actor,
    check_in_id: UUID,
    action: CheckInAction,
    reason: str | None,
) -> CheckInOut:
    """Accept what needed a look, or annul what was wrong. 409 `attendance_settled` once the hours
    of the activity are settled.
    """
    need = Permission(CHECK_IN[action].permission)
    found = await fetch(session, actor, CheckIn, check_in_id, read=READ, need=need)
    (door,) = (await held_doors(session, {found.shift_id})).values()
    if door.activity.state is ActivityState.SETTLED:
        raise ATTENDANCE_SETTLED(title=door.activity.title)
    CHECK_IN.apply(found, action, CHECK_IN.allowed(found.state, actor.permissions), reason)
    await session.flush()
    (shown,) = await check_ins_out(session, actor, [found])
    record(session, actor, f"check_in.{action}", found, reason=reason, label=shown.name)
    for reaction in on_judged():
        await reaction(session, actor, found)
    return shown
