"""Whom an account stands for, and the user name that follows from a name."""

import re
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person, User
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch
from gongwei.accounts.users.problems import OWN_PERSON, PERSON_HAS_ACCOUNT
from gongwei.core.pinyin import pinyin_key

NOT_IN_USERNAMES = re.compile(r"[^a-z0-9]")
LONGEST = 56
"""Of the letters; a number may follow."""


async def stand_for(
    session: AsyncSession, actor: Actor, user: User, person_id: UUID | None
) -> None:
    """Let an account stand for somebody on the caller's rosters, or for nobody.

    403 `own_person` for the caller's own account, 404 for somebody beyond the caller's subtree, 409
    `person_has_account`.
    """
    if user.person_id == person_id:
        return
    if user.id == actor.user_id:
        raise OWN_PERSON()
    if person_id is not None:
        person = await fetch(session, actor, Person, person_id, read=Permission.USERS_READ)
        async with whole_tree(session, actor):
            query = select(User.username).where(User.person_id == person.id)
            other = (await session.exec(query)).first()
        if other is not None:
            raise PERSON_HAS_ACCOUNT(name=person.name, username=other)
    user.person_id = person_id


async def free_username(session: AsyncSession, actor: Actor, name: str) -> str:
    """A name's pinyin, with the first number behind it that nobody has: `wangfang`, `wangfang2`."""
    letters = NOT_IN_USERNAMES.sub("", pinyin_key(name, person=True))[:LONGEST]
    base = letters if len(letters) > 1 else f"user{letters}"
    async with whole_tree(session, actor):
        query = select(User.username).where(col(User.username).startswith(base, autoescape=True))
        taken = set((await session.exec(query)).all())
    number = 1
    while (found := base if number == 1 else f"{base}{number}") in taken:
        number += 1
    return found
