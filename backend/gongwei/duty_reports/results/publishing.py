"""Publication: a frozen revision as canonical JSON of inputs and outputs, with its SHA-256.

The document holds what is shown and no more, so that who has the file alone can recount it. An old
revision stays when a later one is published.
"""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.scope import fetch, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.errors import NOT_FOUND
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.schemas import Page
from gongwei.duty_reports.ballots.opening import Answers, sheets_of
from gongwei.duty_reports.results.models import DutyResultRevision, DutyResultState
from gongwei.duty_reports.results.presentation import ResultLine, places_of
from gongwei.duty_reports.results.problems import NOT_ALL_DECIDED, NOT_PUBLISHED, RESULTS_IMPORTED
from gongwei.duty_reports.results.reading import READ, all_lines
from gongwei.duty_reports.results.schemas import ResultDocumentOut, ResultRevisionOut
from gongwei.duty_reports.results.suppression import shown_total
from gongwei.duty_reports.results.workflow import DUTY_RESULT, DutyResultAction
from gongwei.duty_reports.rounds.models import DutyRound
from gongwei.duty_reports.rounds.reactions import when
from gongwei.duty_reports.rounds.workflow import DutyRoundAction
from gongwei.scoring.canonical import canonical, sha256_of
from gongwei.scoring.schemes import Scheme

FORMAT = "gongwei.duty-results/1"
NAMED_AT_MOST = 5
KEY: Any = col(DutyResultRevision.id)
SORTS: dict[str, Any] = {"revision": col(DutyResultRevision.revision)}


async def publish(session: AsyncSession, actor: Actor, round_: DutyRound) -> None:
    """Freeze the results of this revision. 409 `results_undecided` while any is not decided."""
    lines = await all_lines(session, round_, round_.revision)
    undecided = [one.name for one in lines if one.result.state is not DutyResultState.DECIDED]
    if undecided:
        names = "、".join(undecided[:NAMED_AT_MOST])
        raise NOT_ALL_DECIDED(count=len(undecided), names=names)
    sheets = await sheets_of(session, round_)
    place = await session.get_one(Organisation, round_.organisation_id)
    document = canonical(document_of(round_, place.name, lines, sheets))
    revision = DutyResultRevision(
        organisation_id=round_.organisation_id, round_id=round_.id, revision=round_.revision,
        document=document, sha256=sha256_of(document), published_by_name=actor.label,
    )  # fmt: skip
    session.add(revision)
    record(session, actor, "duty_result_revision.create", revision, label=round_.title)
    for line in lines:
        DUTY_RESULT.apply(line.result, DutyResultAction.PUBLISH, [])
        record(session, actor, "duty_result.publish", line.result, label=line.name)
    await session.flush()


def document_of(
    round_: DutyRound, organisation_name: str, lines: Any,
    sheets: Mapping[UUID, Mapping[str, list[Answers]]],
) -> dict[str, Any]:  # fmt: skip
    return {
        "format": FORMAT,
        "round": {
            "id": str(round_.id),
            "title": round_.title,
            "year": round_.year,
            "direction": round_.direction.value,
            "organisation": organisation_name,
            "as_of": round_.as_of.isoformat(),
            "revision": round_.revision,
            "scheme_revision": round_.scheme_revision,
        },
        "scheme": Scheme.model_validate(round_.scheme).model_dump(mode="json"),
        "participants": [
            _participant(round_, line, sheets.get(line.result.participant_id, {})) for line in lines
        ],
    }


def _participant(
    round_: DutyRound, line: ResultLine, sheets: Mapping[str, list[Answers]]
) -> dict[str, Any]:
    result = line.result
    return {
        "id": str(result.participant_id),
        "organisation": line.organisation_name,
        "name": line.name,
        "groups": [_group(one, sheets.get(one["key"], [])) for one in result.groups],
        "total": shown_total(result, places_of(round_)),
        "total_withheld": result.total_withheld,
        "proposed_grade": result.proposed_grade,
        "decided_grade": result.decided_grade,
        "decision": {
            "reason": result.decision_reason,
            "by": result.decided_by_name,
            "at": _moment(result.decided_at),
            "confirmed_by": result.confirmed_by_name,
            "confirmed_at": _moment(result.confirmed_at),
        },
    }


def _moment(at: Any) -> str | None:
    return None if at is None else clock.local(at).isoformat(timespec="seconds")


def _group(kept: Mapping[str, Any], sheets: list[Answers]) -> dict[str, Any]:
    """A group's inputs and output; of a withheld one that it is withheld."""
    if kept["withheld"]:
        return {"key": kept["key"], "withheld": True}
    return {
        "key": kept["key"],
        "withheld": False,
        "score": kept["score"],
        "sheets": None if kept["record"] else [dict(one) for one in sheets],
        "record": kept["record"],
    }


async def list_revisions(
    session: AsyncSession, actor: Actor, round_id: UUID, params: PageParams
) -> Page[ResultRevisionOut]:
    """What was published, the latest first."""
    round_ = await fetch(session, actor, DutyRound, round_id, read=READ)
    query = visible(actor, DutyResultRevision, READ).where(
        col(DutyResultRevision.round_id) == round_.id
    )
    rows = await paginate(session, query, params, sorts=SORTS, default="-revision", key=KEY)
    items = [ResultRevisionOut.model_validate(one) for one in rows.items]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read_revision(
    session: AsyncSession, actor: Actor, round_id: UUID, revision: int
) -> ResultDocumentOut:
    """One revision with its document."""
    round_ = await fetch(session, actor, DutyRound, round_id, read=READ)
    query = visible(actor, DutyResultRevision, READ).where(
        col(DutyResultRevision.round_id) == round_.id,
        col(DutyResultRevision.revision) == revision,
    )
    row = (await session.exec(query)).first()
    if row is None:
        raise NOT_FOUND()
    return _with_document(row)


def _with_document(row: DutyResultRevision) -> ResultDocumentOut:
    return ResultDocumentOut(
        **row.model_dump(include=set(ResultRevisionOut.model_fields)),
        document=json.loads(row.document),
    )


async def export(session: AsyncSession, actor: Actor, round_id: UUID) -> tuple[str, str]:
    """The latest published revision as a file that `gongwei duty recount` reads, and its name.
    Taking it away is recorded. 409 `results_not_published`, and `results_imported` for a past
    year's round, which has no such file.
    """
    round_ = await fetch(session, actor, DutyRound, round_id, read=READ)
    if round_.imported:
        raise RESULTS_IMPORTED(title=round_.title)
    query = (
        visible(actor, DutyResultRevision, READ)
        .where(col(DutyResultRevision.round_id) == round_.id)
        .order_by(col(DutyResultRevision.revision).desc())
        .limit(1)
    )
    row = (await session.exec(query)).first()
    if row is None:
        raise NOT_PUBLISHED(title=round_.title)
    record(session, actor, "duty_round.export", round_)
    return f'{{"sha256":"{row.sha256}","document":{row.document}}}', _name(round_, row.revision)


def _name(round_: DutyRound, revision: int) -> str:
    return f"{round_.title}-{revision}"


when(DutyRoundAction.PUBLISH, publish)
