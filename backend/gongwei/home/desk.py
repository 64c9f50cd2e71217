"""The first page: what the caller owes, what waits for a decision, what changed, a few figures."""

from collections.abc import Mapping, Sequence
from typing import Literal

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import subtree_as_of
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, in_scope
from gongwei.audit.service import recent_changes
from gongwei.core import clock
from gongwei.home.rollup import branches_of
from gongwei.home.schemas import DeskFiguresOut, HomeOut, TaskLineOut, WaitingOut
from gongwei.members.figures import ServiceCounts, counts_by_branch
from gongwei.organisations.counts import organisation_counts, term_counts
from gongwei.organisations.models import ChangeKind, ChangeState, OrganisationChange
from gongwei.secretaries.figures import secretary_figures
from gongwei.tasks.service import owed_by, waiting_for

Language = Literal["zh", "en"]

LINES = 20
"""Lines of each part; the rest is on the part's own page."""

CHANGE_WORDS: Mapping[ChangeKind, tuple[str, str]] = {
    ChangeKind.CREATE: ("新建", "Create"),
    ChangeKind.RENAME: ("更名", "Rename"),
    ChangeKind.MOVE: ("调整隶属关系", "Move"),
    ChangeKind.MERGE: ("合并", "Merge"),
    ChangeKind.SPLIT: ("拆分", "Split"),
    ChangeKind.DISSOLVE: ("撤销", "Dissolve"),
    ChangeKind.GUIDANCE: ("调整指导关系", "Guidance"),
}


async def home(session: AsyncSession, actor: Actor, language: Language) -> HomeOut:
    """The caller's first page in the present role. Parts that the role may not know are empty."""
    allow(actor, Permission.HOME_READ)
    owed = await owed_by(session, actor, LINES)
    return HomeOut(
        tasks=[
            TaskLineOut(
                id=task.id, title=task.title, due_on=task.due_on, late=task.late,
                organisation_name=task.organisation_name, path=f"/tasks/{task.id}",
            )
            for task in owed
        ],
        waiting=await _waiting(session, actor, language),
        changes=list(await recent_changes(session, actor, LINES)),
        figures=await _figures(session, actor),
    )  # fmt: skip


async def _waiting(session: AsyncSession, actor: Actor, language: Language) -> list[WaitingOut]:
    found = [
        WaitingOut(
            kind="task", id=task.id, title=task.title, since=task.updated_at,
            path=f"/tasks/{task.id}",
        )
        for task in await waiting_for(session, actor, LINES)
    ]  # fmt: skip
    found.extend(await _changes_to_approve(session, actor, language))
    return sorted(found, key=lambda one: one.since)


async def _changes_to_approve(
    session: AsyncSession, actor: Actor, language: Language
) -> Sequence[WaitingOut]:
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
            title=_title(change, name, language),
            since=change.updated_at,
            path=f"/organisations/changes/{change.id}",
        )
        for change, name in (await session.execute(query)).all()
    ]


def _title(change: OrganisationChange, name: str, language: Language) -> str:
    verb = CHANGE_WORDS[change.kind][language == "en"]
    about = str(change.payload.get("name") or name) if change.kind is ChangeKind.CREATE else name
    return f"{verb}: {about}" if language == "en" else f"{verb}：{about}"


async def _figures(session: AsyncSession, actor: Actor) -> DeskFiguresOut:
    read = Permission.ORGANISATIONS_READ
    if not actor.may(read):
        return DeskFiguresOut(**dict.fromkeys(DeskFiguresOut.model_fields))
    root = await fetch(session, actor, Organisation, actor.organisation_id, read=read)
    branches, group_id = await branches_of(session, root, None)
    today = clock.today()
    lines = await counts_by_branch(session, actor, branches, today, group_id=group_id)
    members = sum((line.counts for line in lines), ServiceCounts())
    secretaries = await secretary_figures(session, actor, subtree_as_of(root), today)
    terms = await term_counts(session, root)
    return DeskFiguresOut(
        organisations=(await organisation_counts(session, actor, root)).total,
        members=members.members,
        in_service=members.in_service,
        retired=members.retired,
        vacant_secretaries=secretaries.vacant,
        terms_due_soon=terms.due_soon,
        terms_overdue=terms.overdue,
    )
