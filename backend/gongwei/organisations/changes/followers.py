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


class PathFollower(Protocol):
    """Told in the transaction in which an organisation, with all below it, moves to another path:
    sums by subtree leave what stood above it and come to what stands there now.
    """

    async def __call__(self, session: AsyncSession, old: str, new: str) -> None:
        """From the path `old` to `new`, which it has already."""


_followers: list[Follower] = []
_path_followers: list[PathFollower] = []


def register_follower(follower: Follower) -> None:
    """Let `follower` take part from now on; registering it again changes nothing."""
    if follower not in _followers:
        _followers.append(follower)


def register_path_follower(follower: PathFollower) -> None:
    """Let `follower` be told from now on; registering it again changes nothing."""
    if follower not in _path_followers:
        _path_followers.append(follower)


def path_followers() -> tuple[PathFollower, ...]:
    """All that are told, in the order of registration."""
    return tuple(_path_followers)


def followers() -> tuple[Follower, ...]:
    """All that take part, in the order of registration."""
    return tuple(_followers)


async def anybody_at(session: AsyncSession, organisation: Organisation, on: date) -> bool:
    """Whether any follower still has something at the organisation on `on` or later."""
    for follower in followers():
        if await follower.has_members(session, organisation.id, on):
            return True
    return False
