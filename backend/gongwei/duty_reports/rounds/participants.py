"""The list of a round: who takes part, who does not and why, and the order of the meeting."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch
from gongwei.audit.record import record
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import NOT_ALLOWED, STALE
from gongwei.core.pagination import paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import Page
from gongwei.duty_reports.rounds import deriving, owing
from gongwei.duty_reports.rounds.beside import Held, in_office, secretaries_of
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound, DutyRoundState
from gongwei.duty_reports.rounds.presentation import allowed_actions, participants_out
from gongwei.duty_reports.rounds.problems import (
    ALREADY_TAKES_PART,
    LIST_CLOSED,
    NO_SECRETARY,
    NOT_BELOW,
)
from gongwei.duty_reports.rounds.reading import (
    ParticipantLine,
    participant_line,
    participant_lines,
    participants_of,
    round_line,
    round_of,
    runs,
)
from gongwei.duty_reports.rounds.schemas import (
    DutyParticipantChangeIn,
    DutyParticipantIn,
    DutyParticipantOut,
    DutyParticipantQuery,
    ParticipantOrderIn,
    ParticipantsRefreshedOut,
)
from gongwei.duty_reports.rounds.workflow import DUTY_ROUND

WRITE = Permission.DUTY_ROUNDS_WRITE
S = DutyRoundState
KEY: Any = col(DutyParticipant.id)
SORTS: dict[str, Any] = {"position": col(DutyParticipant.position)}

JOINING = frozenset({S.DRAFT, S.REPORTING})
"""States in which somebody may join or leave the list."""

ORDERING = JOINING | {S.APPRAISING}
"""States in which the order of the meeting may change."""


async def list_participants(
    session: AsyncSession, actor: Actor, round_id: UUID, asked: DutyParticipantQuery
) -> Page[DutyParticipantOut]:
    """One page in the order of the meeting; those below see their own subtree's."""
    line = await round_line(session, actor, round_id)
    query = participant_lines(round_id, actor, all_of_them=runs(actor, line.path))
    if asked.included is not None:
        query = query.where(col(DutyParticipant.included) == asked.included)
    if asked.q:
        named = (col(Person.search_text), col(Organisation.search_text))
        query = query.where(matching(asked.q, *named))
    async with whole_tree(session, actor):
        found = await paginate(session, query, asked, sorts=SORTS, default="position", key=KEY)
        lines = [ParticipantLine(*row) for row in found.items]
        items = await participants_out(session, line.round, lines)
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


async def read(session: AsyncSession, actor: Actor, participant_id: UUID) -> DutyParticipantOut:
    """One participant. 404 when it may not be known."""
    found, line = await participant_line(session, actor, participant_id)
    async with whole_tree(session, actor):
        return (await participants_out(session, line.round, [found]))[0]


async def add(
    session: AsyncSession, actor: Actor, round_id: UUID, given: DutyParticipantIn
) -> DutyParticipantOut:
    """Put an organisation below on the list, last, with the reason.

    Raises `not_below_the_round`, `already_takes_part`, `no_secretary` (409).
    """
    round_ = await round_of(session, actor, round_id, need=WRITE)
    _refuse_closed(actor, round_, JOINING)
    read_them = Permission.ORGANISATIONS_READ
    place = await fetch(session, actor, Organisation, given.organisation_id, read=read_them)
    runner = await fetch(session, actor, Organisation, round_.organisation_id, read=read_them)
    if place.id == runner.id or not place.path.startswith(runner.path):
        raise NOT_BELOW(place=place.name)
    rows = await _rows(session, actor, round_.id)
    if any(row.organisation_id == place.id for row in rows):
        raise ALREADY_TAKES_PART(place=place.name)
    held = await _secretary(session, place.id, round_)
    if held is None:
        raise NO_SECRETARY(place=place.name)
    row = DutyParticipant(
        organisation_id=place.id, round_id=round_.id, appointment_id=held.appointment_id,
        person_id=held.person_id, position=max((one.position for one in rows), default=0) + 1,
        exception_reason=given.reason,
    )  # fmt: skip
    session.add(row)
    record(session, actor, "duty_participant.create", row, label=place.name, reason=given.reason)
    await session.flush()
    if round_.state is not S.DRAFT:
        await owing.ask(session, actor, round_, [await _line(session, actor, row)])
    return await read(session, actor, row.id)


async def _secretary(session: AsyncSession, place_id: UUID, round_: DutyRound) -> Held | None:
    """Who was in office on the day, else who held the post last."""
    held = (await secretaries_of(session, [place_id])).get(place_id, [])
    return in_office(held, round_.as_of) or next(iter(held), None)


async def change(
    session: AsyncSession, actor: Actor, participant_id: UUID, version: int,
    patch: DutyParticipantChangeIn,
) -> DutyParticipantOut:  # fmt: skip
    """Leave somebody out or include, with the reason; move within the order. 412 stale."""
    found, line = await participant_line(session, actor, participant_id)
    if not runs(actor, line.path):
        raise NOT_ALLOWED()
    round_ = await round_of(session, actor, line.round.id, need=WRITE)
    rows = await _rows(session, actor, round_.id)
    row = next(one for one in rows if one.id == participant_id)
    if row.version != version:
        raise STALE()
    given = patch.model_fields_set
    _refuse_closed(actor, round_, JOINING if given - {"position"} else ORDERING)
    await narrow(session, WHOLE_TREE)
    moved: Sequence[DutyParticipant] = ()
    if given - {"position"}:
        await _include(session, actor, round_, found, patch)
    if patch.position is not None:
        others = [one for one in rows if one.id != row.id]
        others.insert(patch.position - 1, row)
        moved = _number(others)
    record(
        session, actor, "duty_participant.change", row, label=found.organisation_name,
        reason=row.exception_reason, parts=moved,
    )  # fmt: skip
    await session.flush()
    answer = await read(session, actor, row.id)
    await narrow(session, WHOLE_TREE)
    return answer


async def _include(
    session: AsyncSession, actor: Actor, round_: DutyRound, found: ParticipantLine,
    patch: DutyParticipantChangeIn,
) -> None:  # fmt: skip
    """Who returns to the list needs no reason if the tree says so; its task comes and goes."""
    row = found.participant
    before = row.included
    included = row.included if patch.included is None else patch.included
    reason = row.exception_reason if included == before else None
    if "exception_reason" in patch.model_fields_set:
        reason = patch.exception_reason
    if reason is None and not (included and await _by_the_tree(session, actor, round_, row)):
        raise one_fault(
            "/exception_reason", "missing", "请写明不参加或另行列入的原因",
            "State why it is left out, or on the list beside the tree",
        )  # fmt: skip
    row.included, row.exception_reason = included, reason
    if round_.state is S.DRAFT or included == before:
        return
    if included:
        await owing.ask(session, actor, round_, [found])
    else:
        await owing.ask_no_more(session, actor, found, reason)


async def _by_the_tree(
    session: AsyncSession, actor: Actor, round_: DutyRound, row: DutyParticipant
) -> bool:
    derived = await deriving.derive(session, actor, round_)
    return row.organisation_id in {one.organisation_id for one in derived}


async def refresh(session: AsyncSession, actor: Actor, round_id: UUID) -> ParticipantsRefreshedOut:
    """Derive the list of a draft anew from tree and appointments; 409 in any other state."""
    round_ = await round_of(session, actor, round_id, need=WRITE)
    _refuse_closed(actor, round_, {S.DRAFT})
    found = await deriving.refresh(session, actor, round_)
    if found.parts:
        record(session, actor, "duty_round.refresh", round_, parts=found.parts)
        await narrow(session, WHOLE_TREE)
    return found.answer


async def put_in_order(
    session: AsyncSession, actor: Actor, round_id: UUID, given: ParticipantOrderIn
) -> Page[DutyParticipantOut]:
    """Set the order of the meeting; answers its first page. 422 for ids that are not on the list.

    Whoever is not named keeps the order among themselves, after the others.
    """
    round_ = await round_of(session, actor, round_id, need=WRITE)
    _refuse_closed(actor, round_, ORDERING)
    rows = {row.id: row for row in await _rows(session, actor, round_id)}
    if len(set(given.ids)) != len(given.ids) or not set(given.ids) <= set(rows):
        raise one_fault(
            "/ids", "unknown_participant", "名单中没有这些人员，或有重复",
            "Not all are on the list, or one stands twice",
        )  # fmt: skip
    named = [rows.pop(one) for one in given.ids]
    moved = _number([*named, *rows.values()])
    if moved:
        await narrow(session, WHOLE_TREE)
        record(session, actor, "duty_round.order", round_, parts=moved)
        await session.flush()
    return await list_participants(session, actor, round_id, DutyParticipantQuery(limit=200))


def _number(rows: Sequence[DutyParticipant]) -> list[DutyParticipant]:
    """Give the positions from 1 on; answers the rows that moved."""
    moved = []
    for number, row in enumerate(rows, start=1):
        if row.position != number:
            row.position = number
            moved.append(row)
    return moved


async def _rows(session: AsyncSession, actor: Actor, round_id: UUID) -> list[DutyParticipant]:
    lines = await participants_of(session, actor, round_id, included_only=False)
    return [line.participant for line in lines]


async def _line(session: AsyncSession, actor: Actor, row: DutyParticipant) -> ParticipantLine:
    found, _ = await participant_line(session, actor, row.id)
    return found


def _refuse_closed(actor: Actor, round_: DutyRound, open_in: frozenset[S] | set[S]) -> None:
    """409: the list of a draft is derived, changed until the appraisal, ordered until the end."""
    if round_.state in open_in:
        return
    if open_in != {S.DRAFT} and round_.state in ORDERING:
        raise LIST_CLOSED()
    raise DUTY_ROUND.refusal(
        round_.state, ("调整名单", "change the list"), allowed_actions(actor, round_)
    )
