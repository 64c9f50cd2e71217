"""When a term runs, is due, and is overdue."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col

from gongwei.core.clock import months_later
from gongwei.organisations.models import Term

NOTICE_MONTHS = 6
"""The level above reminds six months ahead (Regulations on the work of branches, trial, chapter
6)."""


def is_running(term: Term, day: date) -> bool:
    """The condition of `running_on`, for one term."""
    return term.elected_on <= day and (term.ended_on is None or term.ended_on > day)


def is_due_soon(term: Term, day: date) -> bool:
    """Whether a running term ends within six months of the day."""
    return is_running(term, day) and day <= term.ends_on <= months_later(day, NOTICE_MONTHS)


def is_overdue(term: Term, day: date) -> bool:
    """Whether a term still runs after the day on which the next election was due."""
    return is_running(term, day) and term.ends_on < day


def running_on(day: date) -> ColumnElement[bool]:
    """Terms that had begun by the day and had not ended."""
    return and_(
        col(Term.elected_on) <= day, or_(col(Term.ended_on).is_(None), col(Term.ended_on) > day)
    )


def over_on(day: date) -> ColumnElement[bool]:
    """Terms that had ended by the day."""
    return col(Term.ended_on) <= day


def due_soon_on(day: date) -> ColumnElement[bool]:
    """The condition of `is_due_soon`, for terms that run."""
    return col(Term.ends_on).between(day, months_later(day, NOTICE_MONTHS))


def overdue_on(day: date) -> ColumnElement[bool]:
    """The condition of `is_overdue`, for terms that run."""
    return col(Term.ends_on) < day
