"""The scheme of a round after its opening: every revision, with the reason and the difference.

While ballots are out a sheet keeps its questions, or what was answered would be scored as something
else; how the answers are weighed and graded can still be revised, openly, until it is calculated.
"""

from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow
from gongwei.audit.record import record
from gongwei.core.schemas import Items
from gongwei.duty_reports.rounds.models import DutyRound, DutyRoundState, DutySchemeRevision
from gongwei.duty_reports.rounds.problems import (
    NOT_OPENED,
    NOTHING_REVISED,
    SCHEME_SETTLED,
    SHEET_FROZEN,
)
from gongwei.duty_reports.rounds.reading import round_line, round_of
from gongwei.duty_reports.rounds.schemas import (
    SchemeChangeOut,
    SchemeExampleIn,
    SchemeExampleLineOut,
    SchemeExampleOut,
    SchemeRevisionIn,
    SchemeRevisionOut,
)
from gongwei.scoring.differences import differences
from gongwei.scoring.example import example_of
from gongwei.scoring.schemes import GroupSource, Scheme

WRITE = Permission.DUTY_ROUNDS_WRITE
S = DutyRoundState


async def list_revisions(
    session: AsyncSession, actor: Actor, round_id: UUID
) -> Items[SchemeRevisionOut]:
    """Every revision since the opening, the first first; none for a draft. 404 as for the round."""
    line = await round_line(session, actor, round_id)
    query = (
        select_rows(DutySchemeRevision)
        .where(col(DutySchemeRevision.round_id) == line.round.id)
        .order_by(col(DutySchemeRevision.revision))
    )
    async with whole_tree(session, actor):
        rows = (await session.exec(query)).all()
    before = [None, *rows[:-1]] if rows else []
    return Items(items=[_out(row, former) for row, former in zip(rows, before, strict=True)])


def _out(row: DutySchemeRevision, before: DutySchemeRevision | None) -> SchemeRevisionOut:
    scheme = Scheme.model_validate(row.scheme)
    changed = differences(Scheme.model_validate(before.scheme), scheme) if before else []
    return SchemeRevisionOut(
        **row.model_dump(exclude={"scheme"}),
        scheme=scheme,
        changes=[SchemeChangeOut.model_validate(one) for one in changed],
    )


async def revise(
    session: AsyncSession, actor: Actor, round_id: UUID, given: SchemeRevisionIn
) -> SchemeRevisionOut:
    """Put another scheme in the place of the present one, with the reason.

    Raises `round_not_opened`, `scheme_settled`, `nothing_revised` and `sheet_frozen` (409).
    """
    round_ = await round_of(session, actor, round_id, need=WRITE)
    present = _revisable(round_)
    changed = differences(present, given.scheme)
    if not changed:
        raise NOTHING_REVISED()
    if round_.state is S.APPRAISING and _sheets_of(present) != _sheets_of(given.scheme):
        raise SHEET_FROZEN()
    round_.scheme = given.scheme.model_dump(mode="json")
    round_.scheme_revision += 1
    row = DutySchemeRevision(
        organisation_id=round_.organisation_id, round_id=round_.id,
        revision=round_.scheme_revision, scheme=round_.scheme, reason=given.reason,
        made_by_name=actor.label,
    )  # fmt: skip
    session.add(row)
    record(session, actor, "duty_round.revise_scheme", round_, reason=given.reason, parts=[row])
    await session.flush()
    changes = [SchemeChangeOut.model_validate(one) for one in changed]
    return SchemeRevisionOut(
        **row.model_dump(exclude={"scheme"}), scheme=given.scheme, changes=changes
    )


def _revisable(round_: DutyRound) -> Scheme:
    if round_.state is S.DRAFT:
        raise NOT_OPENED(title=round_.title)
    if round_.state not in (S.REPORTING, S.APPRAISING) or round_.imported:
        raise SCHEME_SETTLED(title=round_.title)
    return Scheme.model_validate(round_.scheme)


def _sheets_of(scheme: Scheme) -> dict[str, Any]:
    """What a sheet of each group asks for: keys, highest values, levels, and what must be
    answered. Words may be put right.
    """
    return {
        group.key: [
            (one.key, one.max, one.required, [level.value for level in one.levels])
            for one in scheme.criteria_of(group)
        ]
        for group in scheme.groups
        if group.source is GroupSource.BALLOTS
    }


def example(actor: Actor, given: SchemeExampleIn) -> SchemeExampleOut:
    """A scheme worked through with made-up sheets, and how it differs; nothing is stored."""
    allow(actor, WRITE)
    lines, total, grade = example_of(given.scheme)
    changed = differences(given.against, given.scheme) if given.against else []
    return SchemeExampleOut(
        lines=[SchemeExampleLineOut.model_validate(one) for one in lines],
        total=None if total is None else str(total),
        grade=grade,
        changes=[SchemeChangeOut.model_validate(one) for one in changed],
    )
