"""Rounds: prepared, opened, run and published by the organisation above the secretaries."""

from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching, owned_within
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import require
from gongwei.audit.record import record
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import DELETE_REFUSED
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import ActionIn, Page
from gongwei.core.workflow import TO_CHANGE
from gongwei.duty_reports.rounds import deriving, owing
from gongwei.duty_reports.rounds.acts import take_part
from gongwei.duty_reports.rounds.models import DutyRound, DutyRoundState
from gongwei.duty_reports.rounds.presentation import allowed_actions, rounds_out
from gongwei.duty_reports.rounds.problems import NOT_COPIED
from gongwei.duty_reports.rounds.reading import (
    RoundLine,
    organiser_round,
    participants_of,
    round_line,
    round_lines,
    round_of,
)
from gongwei.duty_reports.rounds.schemas import (
    DutyRoundChangeIn,
    DutyRoundCopyIn,
    DutyRoundIn,
    DutyRoundOut,
    DutyRoundQuery,
)
from gongwei.duty_reports.rounds.workflow import DUTY_ROUND, DutyRoundAction

WRITE = Permission.DUTY_ROUNDS_WRITE
S = DutyRoundState
KEY: Any = col(DutyRound.id)
SORTS: dict[str, Any] = {
    "year": col(DutyRound.year),
    "report_due_on": col(DutyRound.report_due_on),
    "updated_at": col(DutyRound.updated_at),
}

AFTER_OPENING: dict[str, frozenset[S]] = {
    "meeting_on": frozenset({S.REPORTING, S.APPRAISING}),
    "report_due_on": frozenset({S.REPORTING}),
}
"""What can still be changed when a round is open, and until when."""


async def list_rounds(
    session: AsyncSession, actor: Actor, asked: DutyRoundQuery
) -> Page[DutyRoundOut]:
    """One page, the latest year first: of the subtree, and of those above that it takes part in."""
    within = await owned_within(session, actor, col(DutyRound.organisation_id), asked)
    query = round_lines(actor).where(within)
    for column, wanted in (
        (col(DutyRound.year), asked.year),
        (col(DutyRound.direction), asked.direction),
        (col(DutyRound.state), asked.state),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if asked.q:
        query = query.where(matching(asked.q, col(DutyRound.title)))
    async with whole_tree(session, actor):
        found = await paginate(session, query, asked, sorts=SORTS, default="-year", key=KEY)
    items = await rounds_out(session, actor, [RoundLine(*row) for row in found.items])
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


async def read(session: AsyncSession, actor: Actor, round_id: UUID) -> DutyRoundOut:
    """One round. 404 when it may not be known."""
    await session.flush()
    line = await round_line(session, actor, round_id)
    return (await rounds_out(session, actor, [line]))[0]


async def read_history(
    session: AsyncSession, actor: Actor, round_id: UUID, params: PageParams
) -> Page[HistoryOut]:
    """Who did what with it, for those who run it; 403 for those below."""
    round_ = await organiser_round(session, actor, round_id)
    return await history(session, "duty_round", round_.id, params)


async def create(session: AsyncSession, actor: Actor, given: DutyRoundIn) -> DutyRoundOut:
    """Prepare a round, with the participants of its day. 404 outside the subtree."""
    await require(session, actor, WRITE, given.organisation_id)
    values = given.model_dump(mode="json", include={"report_sections"})
    round_ = DutyRound(
        **given.model_dump(exclude={"report_sections", "scheme"}),
        **values,
        scheme=given.scheme.model_dump(mode="json") if given.scheme else {},
    )
    return await _begin(session, actor, round_)


async def _begin(session: AsyncSession, actor: Actor, round_: DutyRound) -> DutyRoundOut:
    session.add(round_)
    await session.flush()
    found = await deriving.refresh(session, actor, round_)
    record(session, actor, "duty_round.create", round_, parts=found.parts)
    return await read(session, actor, round_.id)


async def copy(
    session: AsyncSession, actor: Actor, round_id: UUID, given: DutyRoundCopyIn
) -> DutyRoundOut:
    """Prepare a round like another that was opened: its organisation, direction, sections and
    scheme. The participants are those of the new day. 409 `draft_not_copied`.
    """
    source = await round_of(session, actor, round_id, need=WRITE)
    if source.state is S.DRAFT:
        raise NOT_COPIED(title=source.title)
    kept = {"organisation_id", "direction", "report_sections", "scheme"}
    round_ = DutyRound(
        **source.model_dump(include=kept), **given.model_dump(), copied_from_id=source.id
    )
    return await _begin(session, actor, round_)


async def change(
    session: AsyncSession, actor: Actor, round_id: UUID, version: int, patch: DutyRoundChangeIn
) -> DutyRoundOut:
    """Change a draft; of an open round what `AFTER_OPENING` names. 409 otherwise, 412 stale."""
    round_ = await round_of(session, actor, round_id, need=WRITE, version=version)
    given = patch.model_fields_set
    if round_.state not in DUTY_ROUND.editable:
        if any(round_.state not in AFTER_OPENING.get(name, ()) for name in given):
            raise DUTY_ROUND.refusal(round_.state, TO_CHANGE, allowed_actions(actor, round_))
        await _put_off(session, actor, round_, patch)
    stored = patch.model_dump(mode="json", include={"report_sections", "scheme"})
    for name in given:
        setattr(round_, name, stored.get(name, getattr(patch, name)))
    parts = []
    if given & {"as_of", "direction"}:
        parts = (await deriving.refresh(session, actor, round_)).parts
    record(session, actor, "duty_round.change", round_, parts=parts)
    await narrow(session, WHOLE_TREE)
    return await _told_across(session, actor, round_id)


async def _put_off(
    session: AsyncSession, actor: Actor, round_: DutyRound, patch: DutyRoundChangeIn
) -> None:
    """Tasks follow a later last day; those who were on time for the earlier stay so."""
    if patch.report_due_on is None:
        return
    if patch.report_due_on < round_.report_due_on:
        raise one_fault(
            "/report_due_on", "not_later", "启动后只能延期，不能提前",
            "After the opening it can only be put off",
        )  # fmt: skip
    await owing.put_off(session, actor, round_, patch.report_due_on)


async def discard(session: AsyncSession, actor: Actor, round_id: UUID) -> None:
    """Delete a draft with its list. 409 `delete_refused` in any other state."""
    round_ = await round_of(session, actor, round_id, need=WRITE)
    if round_.state is not S.DRAFT:
        raise DELETE_REFUSED(action=("归档", "archive"))
    lines = await participants_of(session, actor, round_id, included_only=False)
    rows = [line.participant for line in lines]
    record(session, actor, "duty_round.delete", round_, parts=rows)
    await narrow(session, WHOLE_TREE)
    for row in rows:
        await session.delete(row)
    await session.flush()
    await session.delete(round_)


async def act(
    session: AsyncSession, actor: Actor, round_id: UUID, action: DutyRoundAction, body: ActionIn
) -> DutyRoundOut:
    """Move a round along, with what stands above it taking part.

    Raises `no_scheme` and `no_participants` (409) on opening, besides what the workflow raises.
    """
    need = Permission(DUTY_ROUND[action].permission)
    round_ = await round_of(session, actor, round_id, need=need)
    allowed = allowed_actions(actor, round_)
    if round_.imported:
        raise DUTY_ROUND.refusal(round_.state, action, allowed)
    DUTY_ROUND.apply(round_, action, allowed, body.reason)
    parts = await take_part(session, actor, round_, action)
    record(session, actor, f"duty_round.{action}", round_, reason=body.reason, parts=parts)
    return await _told_across(session, actor, round_id)


async def _told_across(session: AsyncSession, actor: Actor, round_id: UUID) -> DutyRoundOut:
    """The round after an act that may have reached participants who have left the caller's subtree:
    the entries about them are written when the transaction commits.
    """
    answer = await read(session, actor, round_id)
    await narrow(session, WHOLE_TREE)
    return answer
