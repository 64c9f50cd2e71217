"""Entries and exits are taken, or refused and kept as tries; each exactly once, by its nonce.

All that arrive together are looked up together and then judged one by one, in memory.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import insert
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.audit.bulk import BulkAct, created_with, record_of_each
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import NOT_FOUND, Problem
from gongwei.core.models import new_id
from gongwei.core.routing import one_fault
from gongwei.volunteering.activities.inviting import standing_of
from gongwei.volunteering.activities.models import ActivityState
from gongwei.volunteering.attendance.claims import Claim
from gongwei.volunteering.attendance.facts import (
    FIRST_SERIAL,
    Door,
    Facts,
    facts_of,
    held_doors,
    lock,
)
from gongwei.volunteering.attendance.judging import Judgement, judge_scan, judge_word
from gongwei.volunteering.attendance.models import (
    CheckIn,
    CheckInAttempt,
    CheckInMethod,
    CheckInState,
    CheckInType,
    ReviewReason,
)
from gongwei.volunteering.attendance.pairs import covering, number_of_entry, pair_of_exit
from gongwei.volunteering.attendance.problems import (
    CANCELLED,
    CLOSED,
    CODE_EXPIRED,
    CODE_UNKNOWN,
    KEPT,
    NONCE_REUSED,
    NOT_OPEN_YET,
    NOT_SIGNED_UP,
    OVERLAP,
)
from gongwei.volunteering.attendance.reactions import on_judged


@dataclass(frozen=True)
class Taken:
    """An entry or exit, and whether it was taken before by the same nonce."""

    check_in: CheckIn
    before: bool


Outcome = Taken | Problem


async def take(session: AsyncSession, claims: Sequence[Claim]) -> list[Outcome]:
    """Take these entries and exits in this order; answers one outcome each.

    The rest of the transaction has the whole tree in view: an activity may stand outside of the
    caller's subtree, and then so does the entry in the log.
    """
    if not claims:
        return []
    await narrow(session, WHOLE_TREE)
    doors = await held_doors(session, {one.shift_id for one in claims})
    await lock(session, claims)
    facts = await facts_of(session, claims, doors)
    outcomes: list[Outcome] = []
    for claim in claims:
        try:
            outcomes.append(await _taken(session, facts, claim))
        except Problem as refusal:
            _keep(session, facts, claim, refusal)
            outcomes.append(refusal)
    await _write(session, facts)
    await _tell(session, facts, zip(claims, outcomes, strict=True))
    return outcomes


async def _write(session: AsyncSession, facts: Facts) -> None:
    """All that was taken in one statement, with an entry in the log and an event each."""
    if not facts.new:
        return
    rows = [one.model_dump() for _, one in facts.new]
    await session.execute(insert(CheckIn).execution_options(recorded=True), rows)
    acts = [
        (
            actor,
            BulkAct(
                subject_id=one.id, organisation_id=one.organisation_id,
                label=facts.names[one.person_id], changes=created_with(CheckIn, row),
                to_state=one.state, occurred_at=one.occurred_at, reason=one.reason,
            ),
        )
        for (actor, one), row in zip(facts.new, rows, strict=True)
    ]  # fmt: skip
    await record_of_each(session, "check_in.create", CheckIn, acts, operation="create")


async def _tell(
    session: AsyncSession, facts: Facts, taken: Iterable[tuple[Claim, Outcome]]
) -> None:
    """What comes in after the activity was completed is told to those who counted its hours."""
    for claim, outcome in taken:
        if isinstance(outcome, Problem) or outcome.before:
            continue
        if facts.doors[claim.shift_id].activity.state is ActivityState.COMPLETED:
            for reaction in on_judged():
                await reaction(session, claim.actor, outcome.check_in)


async def _taken(session: AsyncSession, facts: Facts, claim: Claim) -> Taken:
    first = facts.taken.get(claim.given.nonce)
    digest = first.body_hash if first else facts.refused.get(claim.given.nonce, claim.digest)
    if digest != claim.digest:
        raise NONCE_REUSED()
    if first is not None:
        return Taken(first, before=True)
    check_in = await _judged(session, facts, claim)
    facts.new.append((claim.actor, check_in))
    facts.taken[check_in.nonce] = check_in
    facts.check_ins[check_in.person_id].append(check_in)
    return Taken(check_in, before=False)


def _keep(session: AsyncSession, facts: Facts, claim: Claim, refusal: Problem) -> None:
    """A refusal at a door is on record, once a nonce."""
    door = facts.doors.get(claim.shift_id)
    if refusal.code not in KEPT or door is None:
        return
    refusal.kept = True
    if claim.given.nonce in facts.refused:
        return
    facts.refused[claim.given.nonce] = claim.digest
    attempt = CheckInAttempt(
        organisation_id=door.activity.organisation_id, activity_id=door.activity.id,
        shift_id=door.shift.id, person_id=claim.person_id, type=claim.given.type,
        method=claim.given.method, occurred_at=claim.said_at, nonce=claim.given.nonce,
        body_hash=claim.digest, code=refusal.code,
    )  # fmt: skip
    session.add(attempt)


@dataclass(frozen=True)
class Case:
    """A claim of somebody known at a shift that takes place, with its time judged."""

    claim: Claim
    person_id: UUID
    door: Door
    judged: Judgement

    @property
    def at(self) -> datetime:
        return self.judged.occurred_at


async def _judged(session: AsyncSession, facts: Facts, claim: Claim) -> CheckIn:
    case = _case(facts, claim)
    _refuse_closed(case)
    if claim.given.type is CheckInType.ENTRY:
        return await _entry(session, facts, case)
    return _exit(facts, case)


def _case(facts: Facts, claim: Claim) -> Case:
    """The claim, if its code is genuine and the shift takes place."""
    door, person_id = facts.doors.get(claim.shift_id), claim.person_id
    if claim.refusal is not None:
        raise claim.refusal
    if door is None:
        raise CODE_UNKNOWN() if claim.step is not None else NOT_FOUND()
    if person_id is None or person_id not in facts.names:
        raise one_fault("/person_id", "unknown_person", "没有这个人", "There is no such person")
    if claim.serial not in (None, facts.serials.get(person_id, FIRST_SERIAL)):
        raise CODE_EXPIRED()
    if door.shift.cancelled_at is not None or door.activity.state is ActivityState.CANCELLED:
        raise CANCELLED()
    return Case(claim, person_id, door, _judge_time(claim, door))


def _judge_time(claim: Claim, door: Door) -> Judgement:
    now, given = clock.now(), claim.given
    if claim.step is not None:
        return judge_scan(claim.step, claim.clock, now)
    return judge_word(given.occurred_at, claim.clock, given.reason, now, door.activity)


def _refuse_closed(case: Case) -> None:
    """Entries until the shift ends, exits until it closes; nothing once the hours are settled."""
    door = case.door
    if door.activity.state is ActivityState.DRAFT or case.at < door.opens_at:
        day, time = clock.day_of(door.opens_at), clock.time_of_day(door.opens_at)
        raise NOT_OPEN_YET(day=day, time=time, members={"opens_at": door.opens_at.isoformat()})
    is_entry = case.claim.given.type is CheckInType.ENTRY
    last = door.shift.ends_at if is_entry else door.closes_at
    if case.at > last or door.activity.state is ActivityState.SETTLED:
        raise CLOSED()


async def _entry(session: AsyncSession, facts: Facts, case: Case) -> CheckIn:
    day = clock.day_of(case.at)
    number = number_of_entry(facts.pairs_in(case.door, case.person_id, day), day, case.at)
    if not await _may_enter(session, facts, case):
        raise NOT_SIGNED_UP(post=case.door.shift.post)
    elsewhere = covering(facts.pairs_elsewhere(case.door, case.person_id), case.at)
    if elsewhere is not None:
        raise OVERLAP(title=facts.doors[elsewhere.shift_id].activity.title)
    return _check_in(facts, case, case.door.shift.id, day, number)


async def _may_enter(session: AsyncSession, facts: Facts, case: Case) -> bool:
    if (case.door.shift.id, case.person_id) in facts.signed_up:
        return True
    if case.door.activity.sign_up_required:
        return False
    standing = await standing_of(session, case.person_id)
    return standing.is_invited(case.door.activity)


def _exit(facts: Facts, case: Case) -> CheckIn:
    """Who is in may always leave: whether the time was served elsewhere too, the hours tell."""
    pairs = facts.pairs_in(case.door, case.person_id, clock.day_of(case.at))
    pair = pair_of_exit(pairs, case.at)
    return _check_in(facts, case, pair.shift_id, pair.day, pair.number)


def _check_in(facts: Facts, case: Case, shift_id: UUID, day: date, number: int) -> CheckIn:
    claim, given, activity = case.claim, case.claim.given, case.door.activity
    review = _review(facts, case)
    now = clock.now()
    return CheckIn(
        id=new_id(), created_at=now, updated_at=now, recorded_at=now,
        organisation_id=activity.organisation_id, activity_id=activity.id, shift_id=shift_id,
        person_id=case.person_id, type=given.type, method=given.method, day=day, pair=number,
        occurred_at=case.at, nonce=given.nonce, body_hash=claim.digest, reason=given.reason,
        review_reason=review, recorded_by=claim.actor.user_id, device_seq=given.device_seq,
        state=CheckInState.ACCEPTED if review is None else CheckInState.NEEDS_REVIEW,
    )  # fmt: skip


def _review(facts: Facts, case: Case) -> ReviewReason | None:
    """What a leader has to look at. After the activity was completed, everything."""
    if case.judged.review is not None:
        return case.judged.review
    if case.judged.late and _contradicts(facts, case):
        return ReviewReason.OUT_OF_ORDER
    is_completed = case.door.activity.state is ActivityState.COMPLETED
    return ReviewReason.UPLOADED_LATE if is_completed else None


def _contradicts(facts: Facts, case: Case) -> bool:
    """Whether the phone counted this scan before one that happened earlier that day, or the other
    way round. On another day it may be another phone.
    """
    sequence, by = case.claim.given.device_seq, case.claim.actor.user_id
    day = clock.day_of(case.at)
    if sequence is None:
        return False
    return any(
        (one.device_seq < sequence) != (one.occurred_at < case.at)
        for one in facts.check_ins[case.person_id]
        if one.method is CheckInMethod.SCAN and one.recorded_by == by and one.day == day
        if one.device_seq not in (None, sequence) and one.occurred_at != case.at
    )
