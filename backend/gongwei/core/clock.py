"""The server's clock. One place, so that a test can set it."""

from calendar import monthrange
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

_fixed: ContextVar[datetime | None] = ContextVar("fixed_time", default=None)
DEFAULT_ZONE = ZoneInfo("Asia/Shanghai")

_zone: ContextVar[ZoneInfo] = ContextVar("committee_zone")


def now() -> datetime:
    """The moment, in UTC, with offset."""
    return _fixed.get() or datetime.now(UTC)


def today() -> date:
    """The day in the committee's time zone."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The day of a moment in the committee's time zone."""
    return local(moment).date()


def local(moment: datetime) -> datetime:
    """The moment with the offset of the committee's time zone."""
    return moment.astimezone(_zone.get(DEFAULT_ZONE))


def time_of_day(moment: datetime) -> str:
    """`09:05`, in the committee's time zone, for a sentence."""
    return f"{local(moment):%H:%M}"


def start_of(day: date) -> datetime:
    """The first moment of a day in the committee's time zone."""
    return datetime.combine(day, time.min, _zone.get(DEFAULT_ZONE))


def months_later(day: date, months: int) -> date:
    """The same day so many months later or earlier, or the month's last where it has no such
    day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def use_zone(zone: ZoneInfo) -> None:
    """Set the committee's time zone for this context and those that start from it."""
    _zone.set(zone)


class Frozen:
    """`with Frozen(moment):` makes now() answer that moment; for tests and the demonstration's
    history.
    """

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __enter__(self) -> None:
        self._token = _fixed.set(self.moment)

    def __exit__(self, *_: object) -> None:
        _fixed.reset(self._token)
