"""Words that no activity may be called by, and telling them in a title."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow
from gongwei.audit.record import record
from gongwei.core.errors import NOT_FOUND
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import Page
from gongwei.volunteering.activities.models import ExcludedWord
from gongwei.volunteering.activities.problems import NOT_SERVICE, WORD_KNOWN
from gongwei.volunteering.activities.schemas import ExcludedWordOut

WRITE = Permission.EXCLUDED_WORDS_WRITE
KEY: Any = col(ExcludedWord.id)
SORTS: dict[str, Any] = {"created_at": col(ExcludedWord.created_at)}


def plain(text: str) -> str:
    """The text without blanks and what is not seen; full width, half width and letter case are
    one.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(one for one in folded if not one.isspace() and unicodedata.category(one) != "Cf")


async def refuse_excluded(session: AsyncSession, title: str) -> None:
    """Raise `not_service` (409) for a title that contains an excluded word."""
    found = excluded_in(title, await excluded_words(session))
    if found is not None:
        raise NOT_SERVICE(word=found)


async def excluded_words(session: AsyncSession) -> Sequence[str]:
    """All of them, as they were entered."""
    return [one.word for one in await _words(session)]


def excluded_in(title: str, words: Iterable[str]) -> str | None:
    """The first of these words that the title contains."""
    compared = plain(title)
    return next((word for word in words if plain(word) in compared), None)


async def _words(session: AsyncSession) -> Sequence[ExcludedWord]:
    return (await session.exec(select(ExcludedWord).order_by(col(ExcludedWord.word)))).all()


async def list_words(
    session: AsyncSession, actor: Actor, params: PageParams
) -> Page[ExcludedWordOut]:
    """One page of them, in the order of their entry."""
    allow(actor, Permission.VOLUNTEERING_READ)
    rows = await paginate(
        session, select(ExcludedWord), params, sorts=SORTS, default="created_at", key=KEY
    )
    items = [ExcludedWordOut.model_validate(one) for one in rows.items]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def add_word(session: AsyncSession, actor: Actor, word: str) -> ExcludedWord:
    """Exclude a word from now on; activities that are published stay as they are."""
    allow(actor, WRITE)
    if not plain(word):
        raise one_fault("/word", "missing", "请填写词语", "Write a word")
    for one in await _words(session):
        if plain(one.word) == plain(word):
            raise WORD_KNOWN(word=one.word)
    added = ExcludedWord(word=word)
    session.add(added)
    record(session, actor, "excluded_word.create", added, label=word)
    await session.flush()
    return added


async def drop_word(session: AsyncSession, actor: Actor, word_id: UUID) -> None:
    """Allow a word again."""
    allow(actor, WRITE)
    word = await session.get(ExcludedWord, word_id, with_for_update=True)
    if word is None:
        raise NOT_FOUND()
    record(session, actor, "excluded_word.delete", word, label=word.word)
    await session.delete(word)
