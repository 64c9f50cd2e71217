"""What acts upon nominations and appointments share: whose fields are whose, and when it was."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from enum import StrEnum

from gongwei.core import clock
from gongwei.core.routing import one_fault
from gongwei.core.schemas import ActionIn


def refuse_strangers(
    belongs: Mapping[str, Collection[StrEnum]], action: StrEnum, body: ActionIn
) -> None:
    """422 for a field that belongs to other actions; one that is not in `belongs` goes with any."""
    for name in sorted(body.model_fields_set):
        if action not in belongs.get(name, (action,)):
            raise one_fault(
                f"/{name}", "extra_forbidden", "此操作没有这个字段", "Not for this action"
            )


def refuse_future(pointer: str, day: date | None) -> None:
    """422 for a day that has not come."""
    if day is not None and day > clock.today():
        raise one_fault(pointer, "future", "日期不能晚于今天", "The date cannot be in the future")


def happened_at(day: date | None) -> datetime | None:
    """When an act of a past day happened, for its record; None for what happens now."""
    return clock.start_of(day) if day is not None and day < clock.today() else None
