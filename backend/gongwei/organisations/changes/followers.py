"""What other records do when organisations are merged, split or dissolved.

Members stand beside organisations, not below them, so what follows an organisation registers
itself here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation

Words = tuple[str, str]
"""A sentence in Chinese and in English."""


@dataclass(frozen=True)
class Part:
    """What a new organisation takes from the one that is split: members by id, and whole children
    (groups)."""

    organisation: Organisation
    member_ids: tuple[UUID, ...]
    child_ids: tuple[UUID, ...]


class Follower(Protocol):
    """Records that belong to organisations and go where these go.

    Each writes in the caller's transaction and covers what it writes with `record`. Raising a
    Problem refuses the change. The answers are sentences for the preview: what followed, empty
    when nothing did. Both organisations exist on `on`; `target` has its final place already.
    """

    async def has_members(self, session: AsyncSession, organisation_id: UUID, on: date) -> bool:
        """Whether anybody belongs to the organisation on `on` or later."""

    async def follow_merge(
        self, session: AsyncSession, actor: Actor, source: Organisation, target: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Take everybody from `source` to `target` from `on`."""

    async def follow_split(
        self, session: AsyncSession, actor: Actor, source: Organisation, parts: Sequence[Part],
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Take the named members, and those of the named groups, from `source` to the new
        organisations."""

    async def follow_dissolution(
        self, session: AsyncSession, actor: Actor, source: Organisation, above: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Take to `above`, which led it, what is left of a `source` that dissolves; nobody belongs
        to it any more."""


_followers: list[Follower] = []


def register_follower(follower: Follower) -> None:
    """Let `follower` take part from now on; registering it again changes nothing."""
    if follower not in _followers:
        _followers.append(follower)


def followers() -> tuple[Follower, ...]:
    """All that take part, in the order of registration."""
    return tuple(_followers)


async def anybody_at(session: AsyncSession, organisation: Organisation, on: date) -> bool:
    """Whether any follower still has something at the organisation on `on` or later."""
    for follower in followers():
        if await follower.has_members(session, organisation.id, on):
            return True
    return False
