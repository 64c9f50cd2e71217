"""What happened to an organisation, put together from its dated rows and its change requests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import valid_on
from gongwei.access.edges import EdgeKind, OrganisationEdge, OrganisationName
from gongwei.access.models import Organisation
from gongwei.access.scope import in_scope, visible
from gongwei.core import clock
from gongwei.core.days import day_in_chinese, day_in_english
from gongwei.organisations.dated import READ, names_on
from gongwei.organisations.models import (
    ChangeKind,
    ChangeState,
    OrganisationChange,
    Term,
)
from gongwei.organisations.presentation import names_of
from gongwei.organisations.schemas import EdgeOut, Language, TimelineItemOut, TimelineKind
from gongwei.organisations.terms.periods import is_running

Words = tuple[str, str]
TITLES: dict[TimelineKind, Words] = {
    "founded": ("进入组织树", "Entered the tree"),
    "renamed": ("更名", "Renamed"),
    "moved": ("转隶", "Moved"),
    "merged": ("合并", "Merged"),
    "split": ("分设", "Split"),
    "dissolved": ("撤销", "Dissolved"),
    "guided": ("建立指导关系", "Guidance begins"),
    "guidance_ended": ("终止指导关系", "Guidance ends"),
    "elected": ("选举产生本届班子", "Elected"),
    "term_ends": ("任期届满", "Term ends"),
    "term_ended": ("本届任期结束", "Term ended"),
    "planned": ("已批准、待生效的变更", "Approved, not in effect yet"),
}
KIND_WORDS: dict[ChangeKind, Words] = {
    ChangeKind.CREATE: ("设立下级党组织", "an organisation is set up below it"),
    ChangeKind.RENAME: ("更名", "it is renamed"),
    ChangeKind.MOVE: ("转隶", "it moves to another parent"),
    ChangeKind.MERGE: ("合并", "it dissolves into another"),
    ChangeKind.SPLIT: ("分设", "it is split"),
    ChangeKind.DISSOLVE: ("撤销", "it is dissolved"),
    ChangeKind.GUIDANCE: ("调整指导关系", "guidance changes"),
}
UNSEEN: Words = ("管理范围之外的党组织", "an organisation outside your subtree")
NOTHING: Words = ("", "")


@dataclass(frozen=True)
class Happening:
    """One line of a timeline before it is put into a language."""

    on: date
    kind: TimelineKind
    detail: Words = NOTHING
    change_id: UUID | None = None


async def read_edges(
    session: AsyncSession, actor: Actor, organisation: Organisation, as_of: date | None
) -> list[EdgeOut]:
    """The edges of an organisation to its parents and guides, and the guidance that it gives, of
    all times or of a day; oldest first."""
    rows = await _edges(session, actor, organisation, as_of)
    ids = {one for row in rows for one in (row.parent_id, row.organisation_id)}
    names = await names_of(session, actor, ids)
    then = await names_on(session, names, as_of)
    names |= {one: called.name for one, called in then.items()}
    return [
        EdgeOut(
            id=row.id, kind=row.kind, parent_id=row.parent_id,
            parent_name=names.get(row.parent_id, UNSEEN[0]), child_id=row.organisation_id,
            child_name=names.get(row.organisation_id, UNSEEN[0]),
            valid_from=row.valid_from, valid_to=row.valid_to,
        )
        for row in rows
    ]  # fmt: skip


async def _edges(
    session: AsyncSession, actor: Actor, organisation: Organisation, as_of: date | None = None
) -> Sequence[OrganisationEdge]:
    edge = OrganisationEdge
    gives = (col(edge.parent_id) == organisation.id) & (col(edge.kind) == EdgeKind.GUIDANCE)
    query = (
        select_rows(edge)
        .where(in_scope(actor, edge, READ))
        .where(or_(col(edge.organisation_id) == organisation.id, gives))
        .order_by(col(edge.valid_from), col(edge.id))
    )
    if as_of is not None:
        query = query.where(valid_on(edge, as_of))
    return (await session.exec(query)).all()


async def read_timeline(
    session: AsyncSession, actor: Actor, organisation: Organisation, language: Language,
    as_of: date | None,
) -> list[TimelineItemOut]:  # fmt: skip
    """Everything that happened or is approved to happen, oldest first; with `as_of` what had
    happened by the end of that day."""
    edges = await _edges(session, actor, organisation)
    changes = await _changes(session, actor, organisation)
    others = {one for edge in edges for one in (edge.parent_id, edge.organisation_id)}
    named = {one for change in changes for one in (change.organisation_id, _into(change))}
    names = await names_of(session, actor, others | named)
    found = [
        *_leadership(organisation, edges, names, changes),
        *_guidance(organisation, edges, names, changes),
        *_renamings(await _names(session, organisation), changes, organisation),
        *_terms(await _terms_of(session, organisation), as_of or clock.today()),
        *_requests(organisation, changes, names),
    ]
    if as_of is not None:
        found = [item for item in found if item.on <= as_of and item.kind != "planned"]
    at = 1 if language == "en" else 0
    return [
        TimelineItemOut(
            on=item.on, kind=item.kind, title=TITLES[item.kind][at], detail=item.detail[at],
            change_id=item.change_id,
        )
        for item in sorted(found, key=lambda item: item.on)
    ]  # fmt: skip


async def _changes(
    session: AsyncSession, actor: Actor, organisation: Organisation
) -> Sequence[OrganisationChange]:
    """Applied and approved requests that name this organisation as their subject or result."""
    change = OrganisationChange
    query = (
        visible(actor, change, READ)
        .where(col(change.state).in_((ChangeState.APPLIED, ChangeState.APPROVED)))
        .where(
            or_(
                col(change.organisation_id) == organisation.id,
                col(change.created_organisation_id) == organisation.id,
                col(change.payload)["into_id"].as_string() == str(organisation.id),
            )
        )
        .order_by(col(change.effective_on), col(change.id))
    )
    return (await session.exec(query)).all()


async def _names(session: AsyncSession, organisation: Organisation) -> Sequence[OrganisationName]:
    query = select_rows(OrganisationName).where(OrganisationName.organisation_id == organisation.id)
    return (await session.exec(query.order_by(col(OrganisationName.valid_from)))).all()


async def _terms_of(session: AsyncSession, organisation: Organisation) -> Sequence[Term]:
    return (
        await session.exec(select_rows(Term).where(Term.organisation_id == organisation.id))
    ).all()


def _leadership(
    organisation: Organisation, edges: Sequence[OrganisationEdge], names: dict[UUID, str],
    changes: Sequence[OrganisationChange],
) -> Iterable[Happening]:  # fmt: skip
    own = [e for e in edges if e.kind is EdgeKind.LEADERSHIP]
    merged = {c.effective_on for c in _applied(changes, ChangeKind.MERGE, organisation)}
    for place, edge in enumerate(own):
        name = names.get(edge.parent_id)
        detail = (f"隶属“{name or UNSEEN[0]}”", f"Under “{name or UNSEEN[1]}”")
        kind = ChangeKind.MOVE if place else ChangeKind.CREATE
        change_id = _change_on(changes, kind, edge.valid_from, organisation)
        yield Happening(edge.valid_from, "moved" if place else "founded", detail, change_id)
    gone = organisation.dissolved_on
    if gone is not None and gone not in merged:
        yield Happening(
            gone, "dissolved", NOTHING, _change_on(changes, ChangeKind.DISSOLVE, gone, organisation)
        )


def _guidance(
    organisation: Organisation, edges: Sequence[OrganisationEdge], names: dict[UUID, str],
    changes: Sequence[OrganisationChange],
) -> Iterable[Happening]:  # fmt: skip
    for edge in edges:
        if edge.kind is not EdgeKind.GUIDANCE:
            continue
        is_guided = edge.organisation_id == organisation.id
        name = names.get(edge.parent_id if is_guided else edge.organisation_id)
        zh, en = (name or UNSEEN[0]), (name or UNSEEN[1])
        detail = (
            (f"由“{zh}”指导", f"Guided by “{en}”")
            if is_guided
            else (f"指导“{zh}”", f"Guides “{en}”")
        )
        for on, kind in ((edge.valid_from, "guided"), (edge.valid_to, "guidance_ended")):
            if on is not None:
                change_id = _change_on(changes, ChangeKind.GUIDANCE, on, organisation)
                yield Happening(
                    on, "guided" if kind == "guided" else "guidance_ended", detail, change_id
                )


def _renamings(
    names: Sequence[OrganisationName], changes: Sequence[OrganisationChange],
    organisation: Organisation,
) -> Iterable[Happening]:  # fmt: skip
    for before, after in pairwise(names):
        detail = (f"“{before.name}”更名为“{after.name}”", f"From “{before.name}” to “{after.name}”")
        change_id = _change_on(changes, ChangeKind.RENAME, after.valid_from, organisation)
        yield Happening(after.valid_from, "renamed", detail, change_id)


def _terms(terms: Sequence[Term], day: date) -> Iterable[Happening]:
    for term in terms:
        detail = (
            f"第 {term.number} 届，任期 {term.years} 年",
            f"Term {term.number}, {term.years} years",
        )
        yield Happening(term.elected_on, "elected", detail)
        ends = term.ends_on
        if is_running(term, day) or term.ended_on is None:
            yield Happening(ends, "term_ends", (f"第 {term.number} 届", f"Term {term.number}"))
            continue
        due = (
            f"第 {term.number} 届，应于 {day_in_chinese(ends)} 届满",
            f"Term {term.number}, due to end on {day_in_english(ends)}",
        )
        yield Happening(term.ended_on, "term_ended", due)


def _requests(
    organisation: Organisation, changes: Sequence[OrganisationChange], names: dict[UUID, str]
) -> Iterable[Happening]:
    for change in changes:
        if change.state is ChangeState.APPROVED:
            yield Happening(change.effective_on, "planned", KIND_WORDS[change.kind], change.id)
        elif change.kind is ChangeKind.MERGE:
            if change.organisation_id == organisation.id:
                name = names.get(_into(change))
                detail = (f"并入“{name or UNSEEN[0]}”", f"Dissolved into “{name or UNSEEN[1]}”")
            else:
                name = names.get(change.organisation_id)
                detail = (f"“{name or UNSEEN[0]}”并入", f"“{name or UNSEEN[1]}” dissolved into it")
            yield Happening(change.effective_on, "merged", detail, change.id)
        elif change.kind is ChangeKind.SPLIT and change.organisation_id == organisation.id:
            new = "、".join(f"“{part['name']}”" for part in change.payload["new"])
            yield Happening(
                change.effective_on, "split", (f"分设{new}", f"Split off: {new}"), change.id
            )


def _into(change: OrganisationChange) -> UUID:
    """The other organisation of a merger; of any other change its own."""
    into = change.payload.get("into_id")
    return change.organisation_id if into is None else UUID(into)


def _applied(
    changes: Sequence[OrganisationChange], kind: ChangeKind, organisation: Organisation
) -> list[OrganisationChange]:
    """Applied changes of a kind whose subject, or for `create` whose result, is the
    organisation."""
    return [
        change
        for change in changes
        if change.kind is kind
        and change.state is ChangeState.APPLIED
        and organisation.id
        == (change.created_organisation_id if kind is ChangeKind.CREATE else change.organisation_id)
    ]


def _change_on(
    changes: Sequence[OrganisationChange], kind: ChangeKind, on: date, organisation: Organisation
) -> UUID | None:
    found = [c.id for c in _applied(changes, kind, organisation) if c.effective_on == on]
    return found[0] if found else None
