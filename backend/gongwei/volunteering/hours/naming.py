"""What states of hours are called, in Chinese and in English."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from gongwei.volunteering.activities.models import ActivityState
from gongwei.volunteering.hours.counting import HoursFlag
from gongwei.volunteering.hours.models import HoursKind

Words = tuple[str, str]

FLAGS: Mapping[HoursFlag, Words] = MappingProxyType(
    {
        HoursFlag.OVERLAP: ("与同一时间的另一次服务重叠", "overlaps with other service"),
        HoursFlag.MISSING_EXIT: ("没有签退", "no exit"),
        HoursFlag.MISSING_ENTRY: ("没有签到", "no entry"),
        HoursFlag.MARKED_LATE: ("签到是事后补记的", "attendance was marked afterwards"),
        HoursFlag.UNREVIEWED: ("有待核实的签到或签退", "a check-in that nobody has looked at"),
    }
)
KINDS: Mapping[HoursKind, Words] = MappingProxyType(
    {HoursKind.RECORDED: ("记录", "recorded"), HoursKind.LATE_ENTRY: ("补录", "late entry")}
)
NOT_HELD: Mapping[ActivityState, Words] = MappingProxyType(
    {
        ActivityState.DRAFT: ("草稿", "a draft"),
        ActivityState.CANCELLED: ("已取消的活动", "cancelled"),
    }
)


def flags_in_words(flags: Iterable[HoursFlag]) -> Words:
    """All of them in one phrase."""
    said = [FLAGS[one] for one in flags]
    return "、".join(zh for zh, _ in said), ", ".join(en for _, en in said)
