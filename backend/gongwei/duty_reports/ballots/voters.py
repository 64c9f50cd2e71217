"""Who may be given a paper by account: people of the subtree who can sign in, once each on the same
participants. What is told of a voter is that a paper was issued, never whether it was used.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, literal, or_, select, true
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.models import Organisation, Person, User, UserState
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import below, visible
from gongwei.core.errors import MALFORMED, FieldFault
from gongwei.duty_reports.ballots.models import BallotPaper, BallotSession


async def refuse_voters(
    session: AsyncSession, actor: Actor, voting: BallotSession, person_ids: Sequence[UUID]
) -> None:
    """422 for people outside the subtree, for those who cannot sign in (they vote by code), and for
    those who hold a paper on the same participants. The caller holds the lock of the round.
    """
    if not person_ids:
        return
    people: Any = visible(actor, Person, Permission.MEMBERS_READ).where(
        among(col(Person.id), person_ids)
    )
    names = {one.id: one.name for one in (await session.exec(people)).all()}
    async with whole_tree(session, actor):
        signing_in = await _signing_in(session, list(names))
        elsewhere = await _papers_elsewhere(session, voting, list(names))
    faults = list(_faults(person_ids, names, signing_in, elsewhere))
    if faults:
        raise MALFORMED(errors=tuple(faults[:100]), count=len(faults))


async def _signing_in(session: AsyncSession, person_ids: Sequence[UUID]) -> set[UUID | None]:
    accounts = select(col(User.person_id)).where(
        among(col(User.person_id), person_ids), col(User.state) == UserState.ACTIVE
    )
    return set((await session.execute(accounts)).scalars())


async def _papers_elsewhere(
    session: AsyncSession, voting: BallotSession, person_ids: Sequence[UUID]
) -> Mapping[UUID | None, str]:
    """The other session of the round and group that these people hold a good paper of, about
    somebody whom this one is about too.
    """
    query = (
        select(col(BallotPaper.person_id), col(BallotSession.title))
        .join(BallotSession, col(BallotSession.id) == col(BallotPaper.session_id))
        .outerjoin(Organisation, col(Organisation.id) == col(BallotSession.about_id))
        .where(
            among(col(BallotPaper.person_id), person_ids),
            col(BallotPaper.voided_on).is_(None),
            col(BallotSession.round_id) == voting.round_id,
            col(BallotSession.group_key) == voting.group_key,
            col(BallotSession.id) != voting.id,
            await _about_the_same(session, voting),
        )
        .order_by(col(BallotSession.id).desc())
    )
    return dict((await session.execute(query)).all())


async def _about_the_same(session: AsyncSession, voting: BallotSession) -> ColumnElement[bool]:
    """Two sessions share participants where one's organisation stands at or below the other's."""
    if voting.about_id is None:
        return true()
    path = (await session.get_one(Organisation, voting.about_id)).path
    above = func.starts_with(literal(path), col(Organisation.path))
    return or_(col(BallotSession.about_id).is_(None), below(path), above)


def _faults(
    person_ids: Sequence[UUID], names: Mapping[UUID, str], signing_in: set[UUID | None],
    elsewhere: Mapping[UUID | None, str],
) -> Iterator[FieldFault]:  # fmt: skip
    for number, person_id in enumerate(person_ids):
        pointer, name = f"/person_ids/{number}", names.get(person_id)
        if name is None:
            yield FieldFault(
                pointer, "unknown_person", "没有这个人，或不在您的管理范围内",
                "No such person in your subtree",
            )  # fmt: skip
        elif person_id not in signing_in:
            yield FieldFault(
                pointer, "no_account", f"{name}没有可登录的账号，请改发纸质投票码",
                f"{name} has no account to sign in with; hand out a code instead",
            )  # fmt: skip
        elif person_id in elsewhere:
            yield FieldFault(pointer, "has_a_paper", *_has_a_paper(name, elsewhere[person_id]))


def _has_a_paper(name: str, title: str) -> tuple[str, str]:
    zh = (
        f"{name}在“{title}”中已有一张票，评的是同样的人，每人只能评一次。请去掉此人；"
        f"如要改在这里投票，请先在“{title}”中作废此人未投的票"
    )
    en = (
        f"{name} holds a paper in “{title}”, which is about the same people, and votes on them "
        f"once. Leave {name} out, or void that paper first if it was not used"
    )
    return zh, en
