"""The life of an organisation: it exists until a dissolution, merger or the like takes effect."""

from enum import StrEnum

from gongwei.access.models import OrganisationState
from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow

ACTIVE, DISSOLVED = OrganisationState.ACTIVE, OrganisationState.DISSOLVED


class OrganisationAction(StrEnum):
    DISSOLVE = "dissolve"


ORGANISATION = Workflow(
    "organisation",
    Transition(
        OrganisationAction.DISSOLVE, frozenset({ACTIVE}), DISSOLVED,
        Permission.ORGANISATION_CHANGES_APPROVE, ("撤销", "dissolve"),
    ),
    initial=ACTIVE,
    words={ACTIVE: ("现有", "active"), DISSOLVED: ("已撤销", "dissolved")},
    editable={ACTIVE},
)  # fmt: skip
"""Taken only by a change request on its date, never by an action of its own."""
