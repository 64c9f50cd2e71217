"""Verifying, rejecting, disputing and resolving hours: one by one, or plain ones together."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.narrowing import as_oneself, whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, refuse_unready, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import NOT_FOUND, Problem
from gongwei.core.routing import one_fault
from gongwei.volunteering.hours.approvals import (
    Judged,
    level_of,
    minutes_of_days,
    refuse_approval,
    refuse_longer_than_a_day,
    regrade,
)
from gongwei.volunteering.hours.counting import flags_of_text
from gongwei.volunteering.hours.models import HoursKind, HoursState, VolunteerHours
from gongwei.volunteering.hours.naming import flags_in_words
from gongwei.volunteering.hours.overlaps import mark_overlaps
from gongwei.volunteering.hours.pairs import PersonDay
from gongwei.volunteering.hours.planned import refuse_longer
from gongwei.volunteering.hours.problems import NEEDS_A_LOOK, NOT_YOUR_HOURS
from gongwei.volunteering.hours.reading import (
    NAMELESS,
    READ,
    Around,
    allowed_actions,
    around,
    hours_out,
    own_hours,
)
from gongwei.volunteering.hours.schemas import (
    HoursActionIn,
    HoursRefusalOut,
    HoursVerb,
    HoursVerificationOut,
    HoursVerificationsOut,
    VolunteerHoursOut,
)
from gongwei.volunteering.hours.sums import OPEN, Share, move_sums, share_of
from gongwei.volunteering.hours.workflow import VOLUNTEER_HOURS, HoursAction

V = HoursVerb
ACTIONS = {
    V.VERIFY: HoursAction.VERIFY,
    V.REJECT: HoursAction.REJECT,
    V.DISPUTE: HoursAction.DISPUTE,
    V.RESOLVE: HoursAction.RESOLVE,
}


async def act(
    session: AsyncSession, actor: Actor, hours_id: UUID, verb: HoursVerb, body: HoursActionIn
) -> VolunteerHoursOut:
    """Move hours along. `resolve` with other minutes than they have adjusts them.

    Raises `own_hours`, `approval_needed` and `not_your_hours` (403) besides what the workflow
    raises.
    """
    refuse_unready(actor)
    if body.minutes is not None and verb is not V.RESOLVE:
        raise one_fault("/minutes", "extra_forbidden", "此操作没有这个字段", "Not for this action")
    if verb is V.DISPUTE:
        return await _dispute(session, actor, hours_id, body)
    need = Permission.HOURS_VERIFY
    row = await fetch(session, actor, VolunteerHours, hours_id, read=READ, need=need)
    judged = _judged(row, await around(session, actor, [row]))
    action, minutes = ACTIONS[verb], row.minutes
    if body.minutes is not None and body.minutes != row.minutes:
        action, minutes = HoursAction.ADJUST, body.minutes
    await _refuse(session, actor, judged, verb, minutes)
    before = share_of(row)
    VOLUNTEER_HOURS.apply(row, action, allowed_actions(actor, row, judged.place), body.reason)
    row.minutes = minutes
    if verb is not V.REJECT:
        _sign(actor, row)
    await _written(session, actor, row, action, body.reason, before)
    return (await hours_out(session, actor, [row], actor))[0]


async def _refuse(
    session: AsyncSession, actor: Actor, judged: Judged, verb: HoursVerb, minutes: int
) -> None:
    """Whether the caller may decide, and on so many minutes."""
    row = judged.row
    refuse_approval(actor, judged)
    if verb is V.REJECT:
        return
    differs = minutes != row.minutes
    if differs and row.kind is HoursKind.LATE_ENTRY and row.activity_id is not None:
        await refuse_longer(session, actor, row.activity_id, row.day, minutes)
    async with whole_tree(session, actor):
        day = PersonDay(row.person_id, row.day)
        total = (await minutes_of_days(session, [day])).get(day, 0) - row.minutes + minutes
    if differs:
        refuse_approval(actor, judged, level_of(total))
    if row.state in OPEN:
        refuse_longer_than_a_day(judged.name, row.day, total)


def _sign(actor: Actor, row: VolunteerHours) -> None:
    row.verified_by, row.verified_by_name = actor.user_id, actor.label
    row.verified_at = clock.now()


async def _written(
    session: AsyncSession, actor: Actor, row: VolunteerHours, action: HoursAction,
    reason: str | None, before: Share | None,
) -> None:  # fmt: skip
    """Sums, entry in the log, and the level of what else the day holds."""
    record(session, actor, f"volunteer_hours.{action}", row, reason=reason)
    after = share_of(row)
    await move_sums(session, [before], [after])
    minutes = (before.minutes if before else 0, after.minutes if after else 0)
    if minutes[0] != minutes[1]:
        # The day's other hours may stand elsewhere, and so may the entries in the log, which are
        # written when the transaction commits.
        await session.flush()
        await narrow(session, WHOLE_TREE)
        day = PersonDay(row.person_id, row.day)
        await regrade(session, actor, [day])
        await mark_overlaps(session, actor, [day])
    await session.flush()


async def _dispute(
    session: AsyncSession, actor: Actor, hours_id: UUID, body: HoursActionIn
) -> VolunteerHoursOut:
    row = await own_hours(session, actor, hours_id, lock=True)
    if row is None:
        await fetch(session, actor, VolunteerHours, hours_id, read=READ)
        raise NOT_YOUR_HOURS()
    allow(actor, Permission.VOLUNTEERING_SERVE)
    action = HoursAction.DISPUTE
    async with as_oneself(session, actor) as oneself:
        before = share_of(row)
        VOLUNTEER_HOURS.apply(row, action, allowed_actions(actor, row, None), body.reason)
        await _written(session, actor, row, action, body.reason, before)
        answer = (await hours_out(session, actor, [row], oneself))[0]
    # The hours may stand outside the caller's subtree, and then so does the entry in the log,
    # which is written when the transaction commits.
    await narrow(session, WHOLE_TREE)
    return answer


async def verify_together(
    session: AsyncSession, actor: Actor, ids: Sequence[UUID], language: str
) -> HoursVerificationsOut:
    """Verify many entries; each stands alone. Whatever has a flag is refused (`needs_a_look`)."""
    allow(actor, Permission.HOURS_VERIFY)
    query = (
        visible(actor, VolunteerHours, READ)
        .where(among(col(VolunteerHours.id), ids))
        .order_by(col(VolunteerHours.id))
        .with_for_update()
    )
    rows = {row.id: row for row in (await session.exec(query)).all()}
    known = await around(session, actor, list(rows.values()))
    days = {PersonDay(row.person_id, row.day) for row in rows.values()}
    async with whole_tree(session, actor):
        totals = await minutes_of_days(session, days)
    shares: list[tuple[Share | None, Share | None]] = []
    items = []
    for one in ids:
        try:
            shares.append(_verify(session, actor, rows.get(one), known, totals))
            items.append(HoursVerificationOut(id=one, status=200, problem=None))
        except Problem as refused:
            items.append(_refused(one, refused, language))
    await move_sums(session, [one for one, _ in shares], [one for _, one in shares])
    return HoursVerificationsOut(items=items)


def _verify(
    session: AsyncSession, actor: Actor, row: VolunteerHours | None, known: Around,
    totals: Mapping[PersonDay, int],
) -> tuple[Share | None, Share | None]:  # fmt: skip
    if row is None:
        raise NOT_FOUND()
    judged = _judged(row, known)
    before = share_of(row)
    if row.state is HoursState.PENDING:
        refuse_approval(actor, judged)
        _refuse_unseen(judged)
        total = totals.get(PersonDay(row.person_id, row.day), 0)
        refuse_longer_than_a_day(judged.name, row.day, total)
    VOLUNTEER_HOURS.apply(row, HoursAction.VERIFY, allowed_actions(actor, row, judged.place))
    _sign(actor, row)
    record(session, actor, "volunteer_hours.verify", row)
    return before, share_of(row)


def _refuse_unseen(judged: Judged) -> None:
    flags = flags_of_text(judged.row.flags)
    if flags:
        zh, en = flags_in_words(flags)
        raise NEEDS_A_LOOK(name=judged.name, day=judged.row.day, flags_zh=zh, flags_en=en)


def _refused(hours_id: UUID, problem: Problem, language: str) -> HoursVerificationOut:
    told = HoursRefusalOut(
        code=problem.code, title=problem.title(language), detail=problem.detail(language)
    )
    return HoursVerificationOut(id=hours_id, status=problem.type.status, problem=told)


def _judged(row: VolunteerHours, known: Around) -> Judged:
    name = known.names.get(row.person_id, NAMELESS)
    return Judged(row, name, known.places.get(row.organisation_id))
