"""Moves of members between branches and groups, dated: one membership ends on the day on which
the next begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.days import day_in_chinese, day_in_english
from gongwei.core.routing import one_fault
from gongwei.members.models import Member, Membership
from gongwei.members.places import checked_place
from gongwei.members.schemas import LeaveIn, MoveIn
from gongwei.members.workflow import MEMBER, MemberAction, allowed_actions

READ, WRITE = Permission.MEMBERS_READ, Permission.MEMBERS_WRITE


@dataclass(frozen=True)
class Place:
    """A branch, and a group of it where the member has one."""

    organisation_id: UUID
    group_id: UUID | None

    def holds(self, row: Member | Membership) -> bool:
        return (row.organisation_id, row.group_id) == (self.organisation_id, self.group_id)

    def take(self, row: Member | Membership) -> None:
        row.organisation_id, row.group_id = self.organisation_id, self.group_id


async def transfer(session: AsyncSession, actor: Actor, member_id: UUID, entry: MoveIn) -> Member:
    """Move a member on a day, not before the present membership began and not in the future.

    On its very first day the membership is corrected in place. Raises 422 at the entry that does
    not fit.
    """
    member = await fetch(session, actor, Member, member_id, read=READ, need=WRITE)
    MEMBER.apply(member, MemberAction.TRANSFER, allowed_actions(actor, member), entry.reason)
    branch = await checked_place(session, actor, entry.organisation_id, entry.group_id)
    held = await _open_membership(session, actor, member)
    place = Place(branch.id, entry.group_id)
    if place.holds(held):
        raise one_fault(
            "/organisation_id", "already_there",
            "该党员已在所选党支部和党小组", "The member already belongs there",
        )  # fmt: skip
    refuse_day("/effective_on", entry.effective_on, held.valid_from, branch)
    moved = await move(session, [(held, place)], entry.effective_on)
    person = await _settle(session, actor, member, place)
    record(
        session, actor, "member.transfer", member, label=person.name,
        reason=entry.reason, parts=[person, *moved],
    )  # fmt: skip
    return member


async def leave(session: AsyncSession, actor: Actor, member_id: UUID, entry: LeaveIn) -> Member:
    """Take a member off the roster from a day on; the membership until then stays on record."""
    member = await fetch(session, actor, Member, member_id, read=READ, need=WRITE)
    MEMBER.apply(member, MemberAction.LEAVE, allowed_actions(actor, member), entry.reason)
    held = await _open_membership(session, actor, member)
    refuse_day("/on", entry.on, held.valid_from, None)
    if entry.on == held.valid_from:
        raise one_fault(
            "/on", "not_after_start",
            f"须晚于编入现支部的日期（{day_in_chinese(held.valid_from)}）",
            "This must be after the day on which the member came here "
            f"({day_in_english(held.valid_from)})",
        )  # fmt: skip
    held.valid_to = entry.on
    person = await fetch(session, actor, Person, member.person_id, read=READ)
    record(
        session, actor, "member.leave", member, label=person.name, reason=entry.reason, parts=[held]
    )
    return member


async def readmit(session: AsyncSession, actor: Actor, member_id: UUID, entry: MoveIn) -> Member:
    """Put someone who left back on the roster."""
    member = await fetch(session, actor, Member, member_id, read=READ, need=WRITE)
    branch = await checked_place(session, actor, entry.organisation_id, entry.group_id)
    refuse_day("/effective_on", entry.effective_on, None, branch)
    MEMBER.apply(member, MemberAction.READMIT, allowed_actions(actor, member), entry.reason)
    place = Place(branch.id, entry.group_id)
    opened = await open_membership(session, actor, member, place, entry.effective_on)
    person = await _settle(session, actor, member, place)
    record(
        session, actor, "member.readmit", member, label=person.name,
        reason=entry.reason, parts=[person, opened],
    )  # fmt: skip
    return member


async def open_membership(
    session: AsyncSession, actor: Actor, member: Member, place: Place, since: date
) -> Membership:
    """Begin a membership. Raises 422 when an earlier one still covers the day."""
    query = visible(actor, Membership, WRITE).where(
        col(Membership.member_id) == member.id, col(Membership.valid_to) > since
    )
    earlier = (await session.exec(query)).first()
    if earlier is not None:
        raise one_fault(
            "/effective_on", "overlaps",
            f"该党员在册至 {earlier.valid_to} 的前一天，不能从更早的日期重新纳入",
            f"The member was on the roster until the day before {earlier.valid_to}",
        )  # fmt: skip
    opened = Membership(
        organisation_id=place.organisation_id,
        group_id=place.group_id,
        member_id=member.id,
        valid_from=since,
    )
    session.add(opened)
    return opened


async def move(
    session: AsyncSession, moves: Iterable[tuple[Membership, Place]], on: date
) -> Sequence[Membership]:
    """From `on` each membership continues at its new place; answers every row touched.

    A membership that began on that day or later is moved as a whole.
    """
    touched: list[Membership] = []
    begun: list[Membership] = []
    for held, place in moves:
        touched.append(held)
        if held.valid_from >= on:
            place.take(held)
            continue
        begun.append(
            Membership(
                organisation_id=place.organisation_id,
                group_id=place.group_id,
                member_id=held.member_id,
                valid_from=on,
                valid_to=held.valid_to,
            )
        )
        held.valid_to = on
    # The ends must be stored before the beginnings: one member has one open membership.
    await session.flush()
    session.add_all(begun)
    return [*touched, *begun]


async def _open_membership(session: AsyncSession, actor: Actor, member: Member) -> Membership:
    query = visible(actor, Membership, WRITE).where(
        col(Membership.member_id) == member.id, col(Membership.valid_to).is_(None)
    )
    return (await session.exec(query.with_for_update())).one()


async def _settle(session: AsyncSession, actor: Actor, member: Member, place: Place) -> Person:
    """Today's place of the member, and of the person's record, which goes along."""
    place.take(member)
    person = await fetch(session, actor, Person, member.person_id, read=READ, need=WRITE)
    person.organisation_id = place.organisation_id
    return person


def refuse_day(pointer: str, day: date, since: date | None, branch: Organisation | None) -> None:
    """Raise 422 for a day in the future, before the present membership or before the branch was
    founded."""
    if day > clock.today():
        zh = "不能晚于今天；请在当日或之后办理"
        raise one_fault(
            pointer, "in_the_future", zh, "Not after today; enter it on the day or later"
        )
    if since is not None and day < since:
        raise one_fault(
            pointer, "before_membership",
            f"不能早于编入现支部的日期（{day_in_chinese(since)}）",
            f"Not before the present membership began ({day_in_english(since)})",
        )  # fmt: skip
    if branch is not None and branch.founded_on is not None and day < branch.founded_on:
        raise one_fault(
            pointer, "before_founding",
            f"该党支部成立于 {day_in_chinese(branch.founded_on)}",
            f"The branch was founded on {day_in_english(branch.founded_on)}",
        )  # fmt: skip
