"""Who is in office on a day, and which organisations need a secretary."""

from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import col

from gongwei.access.models import Organisation, OrganisationKind, OrganisationState
from gongwei.secretaries.models import Appointment

NAMELESS = "—"
"""Stands for the name of somebody whose record the caller may not see."""

KINDS_WITH_SECRETARY = frozenset(
    {
        OrganisationKind.COMMITTEE,
        OrganisationKind.GENERAL_BRANCH,
        OrganisationKind.BRANCH,
        OrganisationKind.JOINT_BRANCH,
        OrganisationKind.TEMPORARY_COMMITTEE,
        OrganisationKind.TEMPORARY_GENERAL_BRANCH,
        OrganisationKind.TEMPORARY_BRANCH,
        OrganisationKind.TEMPORARY_JOINT_BRANCH,
    }
)
"""A group has a head and no secretary; working committees and leading groups are staffed from
above."""


HELD_A_DAY = col(Appointment.to_on).is_(None) | (col(Appointment.to_on) > col(Appointment.from_on))
"""Not the appointments that were taken back before they began."""


def has_posts(organisation: Organisation) -> bool:
    """Whether it is led by a secretary, and still exists."""
    exists = organisation.state is OrganisationState.ACTIVE
    return exists and organisation.kind in KINDS_WITH_SECRETARY


def in_office_on(day: date) -> ColumnElement[bool]:
    """Appointments that cover the day."""
    ends = col(Appointment.to_on)
    return (col(Appointment.from_on) <= day) & (ends.is_(None) | (ends > day))
