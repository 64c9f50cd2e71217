"""What tasks come from: each feature registers the kinds of its records that they may name.

Nothing here knows a feature. A feature imports this module, registers at import, and `api.py`
imports the module that registers.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.core.models import Row
from gongwei.core.routing import one_fault
from gongwei.tasks.schemas import OriginIn

Words = tuple[str, str]
"""Chinese and English."""

Follow = Callable[[AsyncSession, Actor, UUID, date, str | None], Awaitable[None]]
"""(session, actor, record, new date, reason): what a record does when its task was put off."""


@dataclass(frozen=True)
class Origin:
    """A kind of record, named by its table, and the permission to know of one.

    `instead` says how its tasks come about where none is given by hand; `put_off` is told of a task
    that was extended.
    """

    model: type[Row]
    read: Permission
    words: Words
    instead: Words | None = None
    put_off: Follow | None = None

    @property
    def type(self) -> str:
        return str(self.model.__tablename__)


_origins: dict[str, Origin] = {}


def register_origin(origin: Origin) -> None:
    """Add a kind. Raises ValueError when it is registered already."""
    if _origins.setdefault(origin.type, origin) is not origin:
        raise ValueError(f"origin registered twice: {origin.type}")


def follows_its_task(origin_type: str | None) -> bool:
    """Whether records of this kind are put off when a task of theirs is extended."""
    origin = _origins.get(origin_type or "")
    return origin is not None and origin.put_off is not None


async def refuse_unknown(session: AsyncSession, actor: Actor, named: OriginIn | None) -> None:
    """422 unless a task by hand may come of such a record, and the caller may know of this one."""
    if named is None:
        return
    origin = _origins.get(named.type)
    if origin is None or origin.instead is not None:
        raise _not_by_hand(origin)
    query = visible(actor, origin.model, origin.read).where(col(origin.model.id) == named.id)
    if (await session.exec(query)).first() is None:
        zh, en = origin.words
        raise one_fault(
            "/origin/id", "unknown_origin",
            f"没有这条{zh}记录，或不在您的管理范围内。请从该记录的页面交办，或不填来源",
            f"There is no such {en} in your subtree. Give the task from its page, or leave the "
            "origin out",
        )  # fmt: skip


def _not_by_hand(origin: Origin | None) -> Exception:
    if origin is not None and origin.instead is not None:
        zh, en = origin.instead
    else:
        known = [one for one in _origins.values() if one.instead is None]
        kinds_zh = "、".join(one.words[0] for one in known)
        kinds_en = ", ".join(one.words[1] for one in known)
        zh = f"手工交办的任务只能来自{kinds_zh}；其他任务请不填来源"
        en = f"A task given by hand comes of: {kinds_en}. Leave the origin out for others"
    return one_fault("/origin/type", "not_by_hand", zh, en)


async def tell_put_off(
    session: AsyncSession, actor: Actor, named: OriginIn, due_on: date, reason: str | None
) -> None:
    """Let the record that a task came from follow its new date."""
    origin = _origins.get(named.type)
    if origin is not None and origin.put_off is not None:
        await origin.put_off(session, actor, named.id, due_on, reason)


register_origin(Origin(Organisation, Permission.ORGANISATIONS_READ, ("党组织", "organisation")))
