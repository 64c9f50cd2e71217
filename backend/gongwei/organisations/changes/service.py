"""Change requests: preparing, submitting, deciding, and applying them on their date."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import owned_within
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, require, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.errors import DELETE_REFUSED
from gongwei.core.pagination import Rows, paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import JsonObject
from gongwei.core.workflow import TO_CHANGE, Words
from gongwei.organisations.changes.apply import apply_change
from gongwei.organisations.changes.preview import Rehearsal, rehearse
from gongwei.organisations.changes.schemas import (
    ChangeEditIn,
    ChangeIn,
    ChangeQuery,
    CreatePayload,
    GuidancePayload,
    MergePayload,
    MovePayload,
    Payload,
    SplitPayload,
    read_payload,
)
from gongwei.organisations.changes.workflow import CHANGE, ChangeAction, allowed_actions
from gongwei.organisations.models import ChangeKind, ChangeState, OrganisationChange
from gongwei.organisations.problems import NOT_DUE
from gongwei.organisations.schemas import refuse_null
from gongwei.organisations.service import refuse_unknown_unit

READ = Permission.ORGANISATIONS_READ
PREPARE = Permission.ORGANISATION_CHANGES_PREPARE
SORTS: dict[str, Any] = {
    "created_at": col(OrganisationChange.created_at),
    "updated_at": col(OrganisationChange.updated_at),
    "effective_on": col(OrganisationChange.effective_on),
}


async def list_changes(
    session: AsyncSession, actor: Actor, asked: ChangeQuery
) -> Rows[OrganisationChange]:
    """One page of change requests, newest first."""
    owner = col(OrganisationChange.organisation_id)
    query = visible(actor, OrganisationChange, READ)
    query = query.where(await owned_within(session, actor, owner, asked))
    for condition in _conditions(asked):
        query = query.where(condition)
    key: Any = col(OrganisationChange.id)
    return await paginate(session, query, asked, sorts=SORTS, default="-created_at", key=key)


def _conditions(asked: ChangeQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.kind is not None:
        found.append(col(OrganisationChange.kind) == asked.kind)
    if asked.state is not None:
        found.append(col(OrganisationChange.state) == asked.state)
    if asked.q:
        found.append(col(OrganisationChange.reason).contains(asked.q, autoescape=True))
    return found


async def read(session: AsyncSession, actor: Actor, change_id: UUID) -> OrganisationChange:
    """One change request. 404 when not to be known."""
    return await fetch(session, actor, OrganisationChange, change_id, read=READ)


async def prepare(session: AsyncSession, actor: Actor, entry: ChangeIn) -> OrganisationChange:
    """Write a draft. 404 outside the subtree, 422 for a payload that does not fit."""
    change = await _draft(session, actor, entry)
    session.add(change)
    record(
        session,
        actor,
        "organisation_change.create",
        change,
        label=await _about(session, actor, change),
    )
    await session.flush()
    return change


async def try_out(session: AsyncSession, actor: Actor, entry: ChangeIn) -> Rehearsal:
    """What a change would do, without writing it."""
    return await rehearse(session, actor, await _draft(session, actor, entry))


async def preview(session: AsyncSession, actor: Actor, change_id: UUID) -> Rehearsal:
    """What a change that is not applied yet would do as things stand."""
    change = await fetch(session, actor, OrganisationChange, change_id, read=READ)
    if change.state in (ChangeState.APPLIED, ChangeState.REJECTED, ChangeState.WITHDRAWN):
        raise CHANGE.refusal(change.state, ChangeAction.APPLY, allowed_actions(actor, change))
    return await rehearse(session, actor, change)


async def _draft(session: AsyncSession, actor: Actor, entry: ChangeIn) -> OrganisationChange:
    await require(session, actor, PREPARE, entry.organisation_id)
    payload = await _checked(session, actor, entry.kind, entry.organisation_id, entry.payload)
    return OrganisationChange(
        kind=entry.kind,
        organisation_id=entry.organisation_id,
        effective_on=entry.effective_on,
        reason=entry.reason,
        payload=payload,
    )


async def _checked(
    session: AsyncSession, actor: Actor, kind: ChangeKind, organisation_id: UUID, given: Any
) -> JsonObject:
    """The payload as it is stored; every organisation and unit that it names may be known to the
    caller."""
    payload = read_payload(kind, given)
    if isinstance(payload, CreatePayload):
        if payload.parent_id != organisation_id:
            raise one_fault(
                "/payload/parent_id", "not_the_parent",
                "设立申请应提交在新组织的上级名下", "A new organisation is requested at its parent",
            )  # fmt: skip
        await refuse_unknown_unit(session, actor, payload.unit_id, "/payload/unit_id")
    for pointer, named in _named(payload):
        query = visible(actor, Organisation, READ).where(Organisation.id == named)
        if (await session.exec(query)).first() is None:
            raise one_fault(
                pointer, "unknown_organisation",
                "没有这个党组织，或不在您的管理范围内", "There is no such organisation in your "
                                      "subtree",
            )  # fmt: skip
    return payload.model_dump(mode="json")


def _named(payload: Payload) -> list[tuple[str, UUID]]:
    """The organisations that a payload names, each with its pointer."""
    if isinstance(payload, MovePayload):
        return [("/payload/parent_id", payload.parent_id)]
    if isinstance(payload, MergePayload):
        return [("/payload/into_id", payload.into_id)]
    if isinstance(payload, GuidancePayload):
        return [("/payload/guide_id", payload.guide_id)]
    if isinstance(payload, SplitPayload):
        return [
            (f"/payload/new/{at}/child_ids/{place}", child)
            for at, part in enumerate(payload.new)
            for place, child in enumerate(part.child_ids)
        ]
    return []


async def edit(
    session: AsyncSession, actor: Actor, change_id: UUID, version: int, patch: ChangeEditIn
) -> OrganisationChange:
    """Change a draft or what was returned. 409 in any other state, 412 stale."""
    change = await fetch(
        session, actor, OrganisationChange, change_id, read=READ, need=PREPARE, version=version
    )
    if change.state not in CHANGE.editable:
        raise CHANGE.refusal(change.state, TO_CHANGE, allowed_actions(actor, change))
    refuse_null(patch, ("effective_on", "reason", "payload"))
    if patch.payload is not None:
        merged = {**change.payload, **patch.payload}
        kept = {name: value for name, value in merged.items() if value is not None}
        owner = change.organisation_id
        change.payload = await _checked(session, actor, change.kind, owner, kept)
    change.effective_on = patch.effective_on or change.effective_on
    change.reason = patch.reason or change.reason
    record(
        session,
        actor,
        "organisation_change.edit",
        change,
        label=await _about(session, actor, change),
    )
    await session.flush()
    return change


def _instead(state: ChangeState) -> Words:
    """What leads on where a request can no longer be deleted."""
    for action in (ChangeAction.WITHDRAW, ChangeAction.RETURN):
        if state in CHANGE[action].sources:
            return CHANGE[action].words
    return ("新的变更申请", "a new request")


async def discard(session: AsyncSession, actor: Actor, change_id: UUID) -> None:
    """Delete a draft. 409 `delete_refused` in any other state."""
    change = await fetch(session, actor, OrganisationChange, change_id, read=READ, need=PREPARE)
    if change.state is not ChangeState.DRAFT:
        raise DELETE_REFUSED(action=_instead(change.state))
    await session.delete(change)
    record(
        session,
        actor,
        "organisation_change.delete",
        change,
        label=await _about(session, actor, change),
    )


async def act(
    session: AsyncSession,
    actor: Actor,
    change_id: UUID,
    action: ChangeAction,
    reason: str | None = None,
) -> OrganisationChange:
    """Move a request along. What cannot be applied cannot be submitted or approved either (409)."""
    need = Permission(CHANGE[action].permission)
    change = await fetch(session, actor, OrganisationChange, change_id, read=READ, need=need)
    CHANGE.apply(change, action, allowed_actions(actor, change), reason)
    if action is ChangeAction.SUBMIT:
        change.submitted_by = actor.user_id
        await _refuse_impossible(session, actor, change)
    elif action is ChangeAction.APPLY:
        await _apply_now(session, actor, change)
    elif action is not ChangeAction.WITHDRAW:
        change.decided_by, change.obstacle = actor.user_id, None
    if action is ChangeAction.APPROVE:
        await _approve(session, actor, change)
    about = await _about(session, actor, change)
    record(session, actor, f"organisation_change.{action}", change, label=about, reason=reason)
    await session.flush()
    return change


async def _about(session: AsyncSession, actor: Actor, change: OrganisationChange) -> str:
    """What the log calls a request: the organisation that it is about."""
    if change.kind is ChangeKind.CREATE:
        return str(change.payload["name"])
    about = await fetch(
        session, actor, Organisation, change.organisation_id, read=Permission.ORGANISATIONS_READ
    )
    return about.name


async def _approve(session: AsyncSession, actor: Actor, change: OrganisationChange) -> None:
    if change.effective_on > clock.today():
        await _refuse_impossible(session, actor, change)
        return
    CHANGE.apply(change, ChangeAction.APPLY, allowed_actions(actor, change))
    await _apply_now(session, actor, change)


async def _refuse_impossible(
    session: AsyncSession, actor: Actor, change: OrganisationChange
) -> None:
    found = await rehearse(session, actor, change)
    if found.problem is not None:
        raise found.problem


async def _apply_now(session: AsyncSession, actor: Actor, change: OrganisationChange) -> None:
    if change.effective_on > clock.today():
        raise NOT_DUE(on=change.effective_on)
    applied = await apply_change(session, actor, change)
    change.applied_at = clock.now()
    change.obstacle = None
    if applied.created:
        change.created_organisation_id = applied.created[0].id
