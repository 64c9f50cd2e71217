"""One's own results: read beside the class's spread, acknowledged, objected to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.narrowing import as_oneself
from gongwei.access.scope import in_scope, refuse_unready
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.schemas import Items
from gongwei.duty_reports.results.models import DutyResult, DutyResultRevision, DutyResultState
from gongwei.duty_reports.results.presentation import grade_title, is_published, places_of
from gongwei.duty_reports.results.problems import NOT_ONES_OWN, NOT_PUBLISHED
from gongwei.duty_reports.results.reading import READ, Known, known_result
from gongwei.duty_reports.results.schemas import (
    OwnDutyResultOut,
    OwnGroupOut,
    ResultObjectionIn,
)
from gongwei.duty_reports.results.spread import spread_of_group, spread_of_totals
from gongwei.duty_reports.results.suppression import shown_groups, shown_total
from gongwei.duty_reports.rounds.models import DutyRound
from gongwei.objections.models import Objection
from gongwei.objections.schemas import ObjectionOut
from gongwei.objections.service import file_about, objections_about

ABOUT = "duty_result"
Class = tuple[UUID, int]
"""A round and its revision."""


async def list_own(session: AsyncSession, actor: Actor) -> Items[OwnDutyResultOut]:
    """The caller's own published results, the latest first, each with its class's spread."""
    refuse_unready(actor)
    if actor.person_id is None:
        return Items(items=[])
    async with as_oneself(session, actor) as oneself:
        query: Any = (
            select(DutyResult, DutyRound, col(Organisation.name), DutyResultRevision)
            .join(DutyRound, col(DutyRound.id) == col(DutyResult.round_id))
            .join(Organisation, col(Organisation.id) == col(DutyResult.organisation_id))
            .outerjoin(
                DutyResultRevision,
                (col(DutyResultRevision.round_id) == col(DutyResult.round_id))
                & (col(DutyResultRevision.revision) == col(DutyResult.revision)),
            )
            .where(
                in_scope(oneself, DutyResult, READ),
                col(DutyResult.person_id) == actor.person_id,
                col(DutyResult.state) == DutyResultState.PUBLISHED,
            )
            .order_by(
                col(DutyRound.year).desc(), col(DutyRound.id).desc(),
                col(DutyResult.revision).desc(),
            )
        )  # fmt: skip
        rows = (await session.execute(query)).all()
        classes = await classes_of(session, [one for one, *_ in rows])
    latest = {result.round_id: result.revision for result, *_ in reversed(rows)}
    return Items(
        items=[
            _own(result, round_, name, revision, classes, latest)
            for result, round_, name, revision in rows
        ]
    )


async def classes_of(
    session: AsyncSession, results: Sequence[DutyResult]
) -> Mapping[Class, list[DutyResult]]:
    """Everybody's published results of the same rounds, for their spread alone."""
    query = select(DutyResult).where(
        col(DutyResult.round_id).in_({one.round_id for one in results}),
        col(DutyResult.state) == DutyResultState.PUBLISHED,
    )
    found: dict[Class, list[DutyResult]] = defaultdict(list)
    for one in (await session.execute(query)).scalars():
        found[one.round_id, one.revision].append(one)
    return found


def _own(
    result: DutyResult, round_: DutyRound, organisation_name: str,
    revision: DutyResultRevision | None, classes: Mapping[Class, list[DutyResult]],
    latest: Mapping[UUID, int],
) -> OwnDutyResultOut:  # fmt: skip
    places, beside = places_of(round_), classes[result.round_id, result.revision]
    published_at = revision.published_at if revision else round_.published_at
    return OwnDutyResultOut(
        **result.model_dump(
            include={
                "id", "version", "round_id", "revision", "organisation_id", "total_withheld",
                "decision_reason", "acknowledged_at",
            }
        ),
        round_title=round_.title,
        year=round_.year,
        superseded=result.revision < latest[result.round_id],
        organisation_name=organisation_name,
        total=shown_total(result, places),
        spread=spread_of_totals(beside, places),
        groups=[
            OwnGroupOut(**one, spread=spread_of_group(beside, one["key"], places))
            for one in shown_groups(result, places)
        ],
        grade=result.decided_grade,
        grade_title=grade_title(round_, result.decided_grade),
        published_at=published_at,
        published_on=clock.day_of(published_at) if published_at else None,
    )  # fmt: skip


async def acknowledge(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID
) -> OwnDutyResultOut:
    """Note that the person read the notice; a second time changes nothing. 403 for anybody else."""
    known = await _of_oneself(session, actor, round_id, organisation_id)
    result = known.line.result
    # The person's organisation may stand outside the present role's subtree.
    await narrow(session, WHOLE_TREE)
    if result.acknowledged_at is None:
        result.acknowledged_at = clock.now()
        record(session, actor, "duty_result.acknowledge", result, label=known.line.name)
        await session.flush()
    own = (await list_own(session, actor)).items
    await narrow(session, WHOLE_TREE)
    return next(one for one in own if one.id == result.id)


async def _of_oneself(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID
) -> Known:
    known = await known_result(session, actor, round_id, organisation_id)
    result = known.line.result
    if actor.person_id is None or result.person_id != actor.person_id:
        raise NOT_ONES_OWN()
    if not is_published(result):
        raise NOT_PUBLISHED(title=known.round.title)
    return known


async def list_objections(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID
) -> Items[ObjectionOut]:
    """Objections to the result, in whichever revision, for the same readers as the result."""
    known = await known_result(session, actor, round_id, organisation_id)
    async with as_oneself(session, actor) as oneself:
        ids = select(col(DutyResult.id)).where(
            col(DutyResult.participant_id) == known.line.result.participant_id
        )
        results = (await session.execute(ids)).scalars().all()
        own = actor.person_id == known.line.result.person_id
        return Items(
            items=await objections_about(session, oneself if own else actor, ABOUT, results)
        )


async def object_to(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID,
    given: ResultObjectionIn,
) -> ObjectionOut:  # fmt: skip
    """Object to one's own published result. 403 for anybody else's."""
    known = await _of_oneself(session, actor, round_id, organisation_id)
    result = known.line.result
    objection = Objection(
        organisation_id=result.organisation_id, person_id=result.person_id, about_type=ABOUT,
        about_id=result.id, about_part=given.about_part, text=given.text,
    )  # fmt: skip
    async with as_oneself(session, actor) as oneself:
        answer = await file_about(session, actor, oneself, objection, known.line.name)
    await narrow(session, WHOLE_TREE)
    return answer
