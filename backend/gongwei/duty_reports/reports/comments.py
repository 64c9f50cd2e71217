"""Comments on reports: noted by somebody of the organiser's side, theirs alone until released."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import below, fetch, in_scope, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.errors import NOT_FOUND
from gongwei.core.routing import one_fault
from gongwei.core.schemas import ActionIn
from gongwei.core.workflow import TO_CHANGE
from gongwei.duty_reports.reports.comment_schemas import (
    DutyCommentChangeIn,
    DutyCommentIn,
    DutyCommentOut,
)
from gongwei.duty_reports.reports.models import (
    CommentKind,
    CommentState,
    DutyComment,
    DutyReport,
    DutyReportState,
)
from gongwei.duty_reports.reports.origins import COMMENT_ORIGIN
from gongwei.duty_reports.reports.problems import COMMENT_TOO_SOON
from gongwei.duty_reports.reports.reading import READ
from gongwei.duty_reports.reports.releasing import release
from gongwei.duty_reports.reports.service import place_of
from gongwei.duty_reports.reports.standing import (
    HANDED_IN,
    RoundAbove,
    is_own,
    refuse_others,
    refuse_own,
    round_above,
)
from gongwei.duty_reports.reports.workflow import DUTY_COMMENT, DUTY_REPORT, CommentAction
from gongwei.duty_reports.rounds.models import DutyRound
from gongwei.tasks.by_origin import cancel_given, tasks_from
from gongwei.tasks.schemas import OriginIn

WRITE = Permission.DUTY_COMMENTS_WRITE
QUOTED = 500


def readable(actor: Actor) -> ColumnElement[bool]:
    """Noted: by the author. Released or withdrawn after it: by the organiser of the round and those
    above it, by the report's own organisation, and by whom the report is of.
    """
    run_here = (
        select(col(DutyReport.id))
        .join(DutyRound, col(DutyRound.id) == col(DutyReport.round_id))
        .join(Organisation, col(Organisation.id) == col(DutyRound.organisation_id))
        .where(below(actor.path))
    )
    sides = [
        col(DutyComment.report_id).in_(run_here),
        col(DutyComment.organisation_id) == actor.organisation_id,
    ]
    if actor.person_id is not None:
        own = select(col(DutyReport.id)).where(
            in_scope(actor, DutyReport, READ), col(DutyReport.person_id) == actor.person_id
        )
        sides.append(col(DutyComment.report_id).in_(own))
    known = col(DutyComment.released_at).is_not(None) & or_(*sides)
    return or_(col(DutyComment.author_id) == actor.user_id, known)


def _shown(actor: Actor) -> Select[Any]:
    return visible(actor, DutyComment, READ).where(readable(actor))


async def list_comments(
    session: AsyncSession, actor: Actor, report_id: UUID
) -> Sequence[DutyCommentOut]:
    """The comments on a report that the caller may read, in the order in which they were noted."""
    report = await fetch(session, actor, DutyReport, report_id, read=READ)
    above = await round_above(session, actor, report.round_id)
    query = _shown(actor).where(col(DutyComment.report_id) == report.id)
    found = (await session.execute(query.order_by(col(DutyComment.id)))).scalars().all()
    return await comments_out(session, actor, found, {report.id: (report, above)})


async def comments_out(
    session: AsyncSession, actor: Actor, comments: Sequence[DutyComment],
    about: dict[UUID, tuple[DutyReport, RoundAbove]],
) -> list[DutyCommentOut]:  # fmt: skip
    """Comments as they are shown; `about` are their reports."""
    problems = [one.id for one in comments if one.kind is CommentKind.PROBLEM]
    tasks = await tasks_from(session, actor, COMMENT_ORIGIN, problems) if problems else {}
    fields = set(DutyCommentOut.model_fields)
    return [
        DutyCommentOut(
            **one.model_dump(include=fields),
            allowed_actions=_allowed(actor, one, *about[one.report_id]),
            own=one.author_id == actor.user_id,
            task_id=next((task.id for task in tasks.get(one.id, ())), None),
        )
        for one in comments
    ]


def _allowed(
    actor: Actor, comment: DutyComment, report: DutyReport, above: RoundAbove
) -> list[str]:
    """The author alone releases; anybody of the organiser's side may take back what went out."""
    if not above.is_run_by(actor) or is_own(actor, report):
        return []
    own = comment.author_id == actor.user_id
    found = DUTY_COMMENT.allowed(comment.state, actor.permissions)
    return [one for one in found if own or comment.state is CommentState.RELEASED]


async def read(session: AsyncSession, actor: Actor, comment_id: UUID) -> DutyCommentOut:
    """One comment; 404 when it may not be known."""
    comment = await _known(session, actor, comment_id)
    return await _present(session, actor, comment)


async def _known(
    session: AsyncSession, actor: Actor, comment_id: UUID, need: Permission | None = None,
    version: int | None = None,
) -> DutyComment:  # fmt: skip
    query = _shown(actor).where(col(DutyComment.id) == comment_id)
    if (await session.execute(query)).first() is None:
        raise NOT_FOUND()
    return await fetch(
        session, actor, DutyComment, comment_id, read=READ, need=need, version=version
    )


async def _present(session: AsyncSession, actor: Actor, comment: DutyComment) -> DutyCommentOut:
    await session.flush()
    report, above = await _report_of(session, actor, comment)
    return (await comments_out(session, actor, [comment], {report.id: (report, above)}))[0]


async def _report_of(
    session: AsyncSession, actor: Actor, comment: DutyComment
) -> tuple[DutyReport, RoundAbove]:
    report = await fetch(session, actor, DutyReport, comment.report_id, read=READ)
    return report, await round_above(session, actor, report.round_id)


async def create(
    session: AsyncSession, actor: Actor, report_id: UUID, entry: DutyCommentIn
) -> DutyCommentOut:
    """Note a comment. 409 `comment_too_soon` while the report is written, 422 for a paragraph that
    is not there.
    """
    report = await fetch(session, actor, DutyReport, report_id, read=READ, need=WRITE)
    above = await round_above(session, actor, report.round_id)
    refuse_others(actor, above)
    refuse_own(actor, report)
    await _refuse_too_soon(session, actor, report, entry)
    _refuse_due(entry.kind, entry.due_on)
    assert actor.user_id is not None
    comment = DutyComment(
        **entry.model_dump(exclude={"quote"}),
        quote=_quoted(report, entry),
        organisation_id=report.organisation_id,
        report_id=report.id,
        author_id=actor.user_id,
        author_name=actor.label,
    )
    session.add(comment)
    record(session, actor, "duty_comment.create", comment)
    return await _present(session, actor, comment)


async def _refuse_too_soon(
    session: AsyncSession, actor: Actor, report: DutyReport, entry: DutyCommentIn
) -> None:
    heard = entry.on_site and entry.section_key is None
    if report.state in HANDED_IN or (heard and report.state is DutyReportState.RETURNED):
        return
    zh, en = DUTY_REPORT.words[report.state]
    place = await place_of(session, actor, report)
    raise COMMENT_TOO_SOON(place=place.name, state_zh=zh, state_en=en)


def _quoted(report: DutyReport, entry: DutyCommentIn) -> str | None:
    """The words that the comment is about, as they stand in the paragraph."""
    if entry.section_key is None or entry.paragraph is None:
        return None
    paragraphs = report.sections.get(entry.section_key, [])
    if entry.paragraph >= len(paragraphs):
        raise one_fault(
            "/paragraph", "unknown_paragraph", "报告中没有这个段落，请刷新后重新选择",
            "The report has no such paragraph. Reload it and choose again",
        )  # fmt: skip
    text: str = paragraphs[entry.paragraph]["text"]
    if entry.quote is not None and entry.quote not in text:
        raise one_fault(
            "/quote", "not_in_paragraph", "引用的文字不在该段落中", "The paragraph does not say so"
        )
    return entry.quote or text[:QUOTED]


def _refuse_due(kind: CommentKind, due_on: date | None) -> None:
    if due_on is None:
        return
    if kind is not CommentKind.PROBLEM:
        raise one_fault(
            "/due_on", "not_a_problem", "只有“问题”有整改期限", "Only a problem has a date"
        )
    if due_on < clock.today():
        raise one_fault("/due_on", "too_early", "整改期限不能早于今天", "Not before today")


async def change(
    session: AsyncSession, actor: Actor, comment_id: UUID, version: int, patch: DutyCommentChangeIn
) -> DutyCommentOut:
    """Change what is noted. 409 once it is released, 412 stale."""
    comment = await _known(session, actor, comment_id, WRITE, version)
    report, above = await _report_of(session, actor, comment)
    allowed = _allowed(actor, comment, report, above)
    if comment.state not in DUTY_COMMENT.editable:
        raise DUTY_COMMENT.refusal(comment.state, TO_CHANGE, allowed)
    refuse_others(actor, above)
    for name in patch.model_fields_set:
        setattr(comment, name, getattr(patch, name))
    if comment.kind is not CommentKind.PROBLEM and "due_on" not in patch.model_fields_set:
        comment.due_on = None
    _refuse_due(comment.kind, comment.due_on)
    record(session, actor, "duty_comment.change", comment)
    return await _present(session, actor, comment)


async def act(
    session: AsyncSession, actor: Actor, comment_id: UUID, action: CommentAction, body: ActionIn
) -> DutyCommentOut:
    """Release or withdraw a comment; what followed from it is cancelled with it.

    Raises `not_the_organiser` and `own_matter` (403) besides what the workflow raises. What is
    noted is not known to anybody but its author.
    """
    need = Permission(DUTY_COMMENT[action].permission)
    comment = await _known(session, actor, comment_id, need)
    report, above = await _report_of(session, actor, comment)
    refuse_others(actor, above)
    refuse_own(actor, report)
    allowed = _allowed(actor, comment, report, above)
    if action is CommentAction.RELEASE:
        await release(session, actor, report, comment, allowed)
    else:
        DUTY_COMMENT.apply(comment, action, allowed, body.reason)
        origin = OriginIn(type=COMMENT_ORIGIN, id=comment.id)
        await cancel_given(session, actor, origin, body.reason)
        record(session, actor, "duty_comment.withdraw", comment, reason=body.reason)
    return await _present(session, actor, comment)
