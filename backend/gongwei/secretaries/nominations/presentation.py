"""Nominations as answers show them: whose turn it is, and what this caller may do."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.secretaries.inspections.models import InspectionState
from gongwei.secretaries.nominations.models import Nomination, NominationState
from gongwei.secretaries.nominations.reading import (
    Inspected,
    NominationLine,
    appointments_of,
    inspections_of,
)
from gongwei.secretaries.nominations.schemas import NominationOut, WhoseTurn
from gongwei.secretaries.nominations.workflow import NOMINATION, NominationAction
from gongwei.secretaries.posts import NAMELESS

S, W = NominationState, WhoseTurn

TURNS: Mapping[NominationState, WhoseTurn] = MappingProxyType(
    {
        S.DRAFT: W.DEPARTMENT,
        S.RETURNED: W.DEPARTMENT,
        S.SUBMITTED: W.COMMITTEE_OFFICER,
        S.UNDER_INSPECTION: W.INSPECTION,
        S.INSPECTED: W.LEADING_GROUP,
        S.ENDORSED: W.COMMITTEE_LEADER,
        S.APPROVED: W.COMMITTEE_OFFICER,
        S.APPOINTED: W.NOBODY,
        S.REJECTED: W.NOBODY,
        S.WITHDRAWN: W.NOBODY,
    }
)


async def nominations_out(
    session: AsyncSession, actor: Actor, lines: Sequence[NominationLine]
) -> list[NominationOut]:
    """These nominations as this caller sees them, in the order given."""
    ids = [line.nomination.id for line in lines]
    inspected = await inspections_of(session, actor, ids)
    appointed = await appointments_of(session, actor, ids)
    return [
        NominationOut(
            **line.nomination.model_dump(),
            name=line.name or NAMELESS,
            organisation_name=line.organisation_name,
            batch_title=line.batch_title,
            appointment_id=appointed.get(line.nomination.id),
            allowed_actions=allowed_actions(
                actor, line.nomination, inspected.get(line.nomination.id)
            ),
            **_inspection(actor, line.nomination, inspected.get(line.nomination.id)),
        )
        for line in lines
    ]


def _inspection(
    actor: Actor, nomination: Nomination, inspected: Inspected | None
) -> dict[str, object]:
    turn = TURNS[nomination.state]
    if inspected is None:
        return {
            "inspection_id": None, "inspection_state": None, "finding": None, "whose_turn": turn,
        }  # fmt: skip
    latest, concluded = inspected.latest, inspected.concluded
    if turn is W.INSPECTION and latest.state is InspectionState.CONCLUDED:
        turn = W.COMMITTEE_OFFICER
    reads = actor.may(Permission.INSPECTIONS_READ)
    return {
        "inspection_id": latest.id,
        "inspection_state": latest.state,
        "finding": concluded.finding if concluded is not None and reads else None,
        "whose_turn": turn,
    }


def allowed_actions(actor: Actor, nomination: Nomination, inspected: Inspected | None) -> list[str]:
    """What this caller may do with the nomination now: nobody approves what they submitted, and no
    inspection is over before it is concluded.
    """
    not_yet: set[str] = set()
    if is_own(actor, nomination):
        not_yet.add(NominationAction.APPROVE)
    if inspected is None or inspected.latest.state is not InspectionState.CONCLUDED:
        not_yet.add(NominationAction.CONCLUDE)
    allowed = NOMINATION.allowed(nomination.state, actor.permissions)
    return [action for action in allowed if action not in not_yet]


async def allowed_now(session: AsyncSession, actor: Actor, nomination: Nomination) -> list[str]:
    """`allowed_actions` of one nomination, its inspections looked up."""
    inspected = await inspections_of(session, actor, [nomination.id])
    return allowed_actions(actor, nomination, inspected.get(nomination.id))


def is_own(actor: Actor, nomination: Nomination) -> bool:
    """Whether the caller's account submitted it."""
    return actor.user_id is not None and nomination.submitted_by == actor.user_id
