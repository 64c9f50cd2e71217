"""What waits for the caller's decision, over all features, in the caller's language."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.duty_reports.reports.waiting import WaitingReport
from gongwei.home.appraisal_waiting import waiting_appraisals
from gongwei.home.duty_waiting import waiting_duty
from gongwei.home.schemas import WaitingOut
from gongwei.home.service_waiting import waiting_service
from gongwei.home.waiting_words import (
    CHANGE_WORDS,
    END_WORDS,
    INSPECTION_WORDS,
    NAMELESS,
    NOMINATION_WORDS,
    OBJECTION_WORDS,
    TALK_WORDS,
    Language,
    beside,
    said,
)
from gongwei.objections.waiting import waiting_objections
from gongwei.organisations.models import ChangeKind, ChangeState, OrganisationChange
from gongwei.secretaries.models import Post
from gongwei.secretaries.naming import post_in_words
from gongwei.secretaries.talks.models import TalkKind
from gongwei.secretaries.waiting import (
    TalkStep,
    WaitingTalk,
    waiting_ends,
    waiting_inspections,
    waiting_nominations,
)
from gongwei.tasks.service import waiting_for

LINES = 20
"""Lines of each kind; the rest is on the kind's own page."""


async def waiting(
    session: AsyncSession,
    actor: Actor,
    language: Language,
    *,
    to_write: Sequence[WaitingReport],
    talks: Sequence[WaitingTalk],
) -> list[WaitingOut]:
    """Everything that waits for the caller in the present role, oldest first; with `to_write` and
    `talks`, the duty reports and the talks of which no task tells.
    """
    found = [
        WaitingOut(
            kind="task", id=task.id, title=task.title, since=task.updated_at,
            path=f"/tasks/{task.id}",
        )
        for task in await waiting_for(session, actor, LINES)
    ]  # fmt: skip
    for part in (_changes, _nominations, _inspections, _ends, _objections):
        found.extend(await part(session, actor, language))
    found.extend(_talk(one, language) for one in talks)
    found.extend(await waiting_service(session, actor, language, LINES))
    found.extend(await waiting_duty(session, actor, language, LINES, to_write))
    found.extend(await waiting_appraisals(session, actor, language, LINES))
    return sorted(found, key=lambda one: one.since)


async def _changes(session: AsyncSession, actor: Actor, language: Language) -> Sequence[WaitingOut]:
    """Requests that somebody else submitted, oldest first."""
    by_another = col(OrganisationChange.submitted_by).is_distinct_from(actor.user_id)
    query = (
        select(OrganisationChange, col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(OrganisationChange.organisation_id))
        .where(
            in_scope(actor, OrganisationChange, Permission.ORGANISATION_CHANGES_APPROVE),
            col(OrganisationChange.state) == ChangeState.SUBMITTED,
            by_another,
        )
        .order_by(col(OrganisationChange.updated_at), col(OrganisationChange.id))
        .limit(LINES)
    )
    return [
        WaitingOut(
            kind="organisation_change",
            id=change.id,
            title=_change_title(change, name, language),
            since=change.updated_at,
            path=f"/organisations/changes/{change.id}",
        )
        for change, name in (await session.execute(query)).all()
    ]


def _change_title(change: OrganisationChange, name: str, language: Language) -> str:
    about = str(change.payload.get("name") or name) if change.kind is ChangeKind.CREATE else name
    return said(CHANGE_WORDS[change.kind], about, language)


async def _nominations(
    session: AsyncSession, actor: Actor, language: Language
) -> Sequence[WaitingOut]:
    return [
        WaitingOut(
            kind="nomination",
            id=one.id,
            title=said(
                NOMINATION_WORDS[one.state],
                _holder(one.name, one.post, one.organisation_name, language),
                language,
            ),
            since=one.since,
            path=f"/secretaries/nominations/{one.id}",
        )
        for one in await waiting_nominations(session, actor, LINES)
    ]


async def _inspections(
    session: AsyncSession, actor: Actor, language: Language
) -> Sequence[WaitingOut]:
    return [
        WaitingOut(
            kind="inspection",
            id=one.id,
            title=said(
                INSPECTION_WORDS,
                _holder(one.name, one.post, one.organisation_name, language),
                language,
            ),
            since=one.since,
            path=f"/secretaries/inspections/{one.id}",
        )
        for one in await waiting_inspections(session, actor, LINES)
    ]


async def _ends(session: AsyncSession, actor: Actor, language: Language) -> Sequence[WaitingOut]:
    return [
        WaitingOut(
            kind="appointment",
            id=one.id,
            title=said(
                END_WORDS, _holder(one.name, one.post, one.organisation_name, language), language
            ),
            since=one.since,
            path=f"/secretaries/{one.id}",
        )
        for one in await waiting_ends(session, actor, LINES)
    ]


def _talk(one: WaitingTalk, language: Language) -> WaitingOut:
    to_answer = one.step is TalkStep.ACKNOWLEDGE and one.kind is TalkKind.INQUIRY
    about = beside(one.title, _with_whom(one), language)
    return WaitingOut(
        kind="talk",
        id=one.id,
        title=said(TALK_WORDS[one.step, one.kind], about, language),
        since=one.since,
        due_on=one.due_on if to_answer or one.step is TalkStep.HOLD else None,
        path=talk_path(one.id),
    )


def talk_path(talk_id: UUID) -> str:
    """The talk's page."""
    return f"/secretaries/talks/{talk_id}"


async def _objections(
    session: AsyncSession, actor: Actor, language: Language
) -> Sequence[WaitingOut]:
    return [
        WaitingOut(
            kind="objection",
            id=one.id,
            title=said(
                OBJECTION_WORDS[one.state],
                beside(one.name or NAMELESS, one.organisation_name, language),
                language,
            ),
            since=one.since,
            path=f"/objections/{one.id}",
        )
        for one in await waiting_objections(session, actor, LINES)
    ]


def _with_whom(talk: WaitingTalk) -> str:
    """Whom it is with or, where the title names the person, where that is."""
    if talk.name is None or talk.name in talk.title:
        return talk.organisation_name
    return talk.name


def _holder(name: str | None, post: Post, organisation_name: str, language: Language) -> str:
    """A person with post and organisation."""
    title = post_in_words(post, language)
    place = f"{title}, {organisation_name}" if language == "en" else organisation_name + title
    return beside(name or NAMELESS, place, language)
