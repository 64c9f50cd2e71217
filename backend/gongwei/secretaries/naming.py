"""How posts are called, and by what lists of people are sorted."""

from typing import Any

from sqlalchemy import func
from sqlalchemy.orm import Mapped
from sqlmodel import col

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.narrowing import at_root
from gongwei.secretaries.models import Post

POSTS: dict[Post, tuple[str, str]] = {
    Post.SECRETARY: ("书记", "secretary"),
    Post.DEPUTY_SECRETARY: ("副书记", "deputy secretary"),
    Post.FULL_TIME_DEPUTY_SECRETARY: ("专职副书记", "full-time deputy secretary"),
}
TIMES: dict[bool, tuple[str, str]] = {True: ("专职", "full-time"), False: ("兼职", "part-time")}


def post_in_words(post: Post, language: str) -> str:
    return POSTS[post][language == "en"]


def time_in_words(full_time: bool, language: str) -> str:
    return TIMES[full_time][language == "en"]


def by_name(actor: Actor, kept: Mapped[str]) -> Any:
    """What a list by name is sorted by: the key kept beside the person's id, by its index.

    For whoever may not see every person's record it is that record's own key, so that no order and
    no cursor tells a name that the list does not show.
    """
    return kept if at_root(actor) else func.coalesce(col(Person.name_pinyin), "")
