"""Changes after which an organisation is no more, or has become several: merge, dissolve, split."""

from sqlmodel import col
from sqlmodel import select as select_rows

from gongwei.access.edges import EdgeKind, OrganisationEdge
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.audit.record import record
from gongwei.core.days import day_in_chinese, day_in_english
from gongwei.core.models import Row
from gongwei.organisations.changes import periods, rules
from gongwei.organisations.changes.followers import Part, Words, anybody_at, followers
from gongwei.organisations.changes.schemas import (
    DissolvePayload,
    MergePayload,
    SplitPart,
    SplitPayload,
)
from gongwei.organisations.changes.work import Work
from gongwei.organisations.kinds import KINDS, Family, may_merge
from gongwei.organisations.models import Term, TermState, Unit
from gongwei.organisations.planting import Seedling, plant
from gongwei.organisations.problems import (
    GROUP_ELSEWHERE,
    HAS_MEMBERS,
    LATER_CHANGE,
    NAMED_TWICE,
    NOT_A_CHILD,
    SPLIT_MISMATCH,
)
from gongwei.organisations.terms.workflow import TERM, TermAction
from gongwei.organisations.workflow import ORGANISATION, OrganisationAction


async def merge(work: Work, payload: MergePayload) -> None:
    """Dissolve the organisation into another; children and members go with it."""
    source, session = work.organisation, work.session
    edge = await rules.edge_to_end(session, source, work.on)
    into = await work.target(payload.into_id)
    await rules.refuse_merger(session, source, into, work.on)
    elsewhere = KINDS[source.kind].family is Family.GROUP and into.parent_id != source.parent_id
    if elsewhere and await anybody_at(session, source, work.on):
        raise GROUP_ELSEWHERE(name=source.name)
    children = await rules.children_to_move(session, source, work.on)
    for child_edge in children:
        child = await work.target(child_edge.organisation_id)
        await rules.refuse_child(session, into, child.kind, child.name, work.on, child)
        await work.lead_anew(child, child_edge, into)
    followed: list[Words] = []
    for follower in followers():
        followed += await follower.follow_merge(session, work.actor, source, into, work.on)
    await _hand_over_units(work, into)
    await _end(work, edge, "merged")
    work.applied.touched.add(into.id)
    work.effect(
        "merged",
        f"“{source.name}”自 {day_in_chinese(work.on)} 起并入“{into.name}”，"
        f"{len(children)} 个下级党组织随之转隶。",
        f"“{source.name}” dissolves into “{into.name}” on {day_in_english(work.on)}; "
        f"{len(children)} organisations directly below it go along.",
    )
    for zh, en in followed:
        work.effect("members_follow", zh, en)


async def dissolve(work: Work, _payload: DissolvePayload) -> None:
    """End an organisation below and in which nobody is left."""
    organisation, session = work.organisation, work.session
    edge = await rules.edge_to_end(session, organisation, work.on)
    await rules.refuse_children(session, organisation, work.on)
    if await anybody_at(session, organisation, work.on):
        raise HAS_MEMBERS(name=organisation.name, on=work.on)
    followed = await _go_up(work, edge)
    await _end(work, edge, "dissolved")
    work.effect(
        "dissolved",
        f"“{organisation.name}”自 {day_in_chinese(work.on)} 起撤销，历史记录保留。",
        f"“{organisation.name}” is dissolved on {day_in_english(work.on)}; its history stays.",
    )
    for zh, en in followed:
        work.effect("records_follow", zh, en)


async def _go_up(work: Work, edge: OrganisationEdge) -> list[Words]:
    """What is left goes to the organisation above. Whoever proposes that the topmost of the own
    subtree dissolves does not see the one above; whoever approves it does."""
    query = visible(work.actor, Organisation, Permission.ORGANISATIONS_READ)
    above = (await work.session.exec(query.where(Organisation.id == edge.parent_id))).first()
    followed: list[Words] = []
    if above is None:
        return followed
    for follower in followers():
        followed += await follower.follow_dissolution(
            work.session, work.actor, work.organisation, above, work.on
        )
    await _hand_over_units(work, above)
    return followed


async def _hand_over_units(work: Work, heir: Organisation) -> None:
    """The units that the organisation kept on its books are `heir`'s to keep from now on."""
    source = work.organisation
    query = visible(work.actor, Unit, Permission.ORGANISATIONS_READ).where(
        Unit.organisation_id == source.id
    )
    units = (await work.session.exec(query.order_by(col(Unit.id)).with_for_update())).all()
    for unit in units:
        unit.organisation_id = heir.id
        record(work.session, work.actor, "unit.follow", unit, reason=work.reason)
    if units:
        work.effect(
            "units_follow",
            f"{len(units)} 个单位转由“{heir.name}”管理。",
            f"{len(units)} units go to “{heir.name}”.",
        )


async def _end(work: Work, edge: OrganisationEdge, action: str) -> None:
    organisation = work.organisation
    name = await rules.name_to_end(work.session, organisation, work.on)
    ended: list[Row] = [edge, name]
    ended += (guidance := await rules.guidance_to_end(work.session, organisation, work.on))
    for row in (edge, name, *guidance):
        row.valid_to = work.on
    await _end_term(work)
    organisation.dissolved_on = work.on
    ORGANISATION.apply(organisation, OrganisationAction.DISSOLVE, ())
    work.note(action, organisation, *ended)
    if guidance:
        work.effect(
            "guidance_ended",
            f"{len(guidance)} 项指导关系同时终止。",
            f"{len(guidance)} guidance relations end with it.",
        )


async def _end_term(work: Work) -> None:
    query = select_rows(Term).where(
        Term.organisation_id == work.organisation.id, col(Term.state) != TermState.ENDED
    )
    for term in (await work.session.exec(query)).all():
        if term.elected_on >= work.on:
            raise LATER_CHANGE(name=work.organisation.name, since=term.elected_on)
        term.ended_on = work.on
        TERM.apply(term, TermAction.END, ())
        record(work.session, work.actor, "term.end", term, reason=work.reason)
        work.effect(
            "term_ended",
            f"第 {term.number} 届任期同时结束。",
            f"Term {term.number} ends with it.",
        )


async def split(work: Work, payload: SplitPayload) -> None:
    """Set up organisations beside this one, out of its children and members; it stays itself."""
    source, session = work.organisation, work.session
    rules.refuse_root(source)
    rules.refuse_dissolved(source)
    await rules.refuse_before_existence(session, source, work.on)
    edge = await periods.open_edge(session, source)
    if edge is not None and edge.valid_from > work.on:
        raise LATER_CHANGE(name=source.name, since=edge.valid_from)
    parent = await work.target(source.parent_id)
    leaving = await _leaving(work, payload)
    parts = [await _split_off(work, parent, part, leaving) for part in payload.new]
    work.note("split", source)
    for follower in followers():
        for zh, en in await follower.follow_split(session, work.actor, source, parts, work.on):
            work.effect("members_follow", zh, en)


Leaving = dict[object, tuple[Organisation, OrganisationEdge]]


async def _leaving(work: Work, payload: SplitPayload) -> Leaving:
    """The children that go to a new organisation, by id, each with the edge that ends."""
    edges = await periods.edges_after(
        work.session, work.organisation.id, work.on, EdgeKind.LEADERSHIP, as_parent=True
    )
    held = {e.organisation_id: e for e in edges if e.valid_to is None and e.valid_from < work.on}
    leaving: Leaving = {}
    for child_id in (one for part in payload.new for one in part.child_ids):
        child = await work.target(child_id)
        if child_id in leaving:
            raise NAMED_TWICE(name=child.name)
        if child_id not in held:
            raise NOT_A_CHILD(name=work.organisation.name, child=child.name)
        leaving[child_id] = child, held[child_id]
    return leaving


async def _split_off(work: Work, parent: Organisation, new: SplitPart, leaving: Leaving) -> Part:
    source = work.organisation
    kind = KINDS[source.kind]
    if not may_merge(new.kind, source.kind):
        raise SPLIT_MISMATCH(name=source.name, new=new.name, kind=kind.zh, kind_en=kind.en)
    await rules.refuse_child(work.session, parent, new.kind, new.name, work.on)
    seedling = Seedling(
        kind=new.kind, name=new.name, short_name=new.short_name, unit_id=source.unit_id,
        founded_on=work.on,
    )  # fmt: skip
    planted = await plant(work.session, parent, seedling, work.on)
    organisation = planted.organisation
    work.applied.created.append(organisation)
    work.note("created", organisation, *planted.parts)
    for child_id in new.child_ids:
        child, edge = leaving[child_id]
        await rules.refuse_child(work.session, organisation, child.kind, child.name, work.on, child)
        await work.lead_anew(child, edge, organisation)
    work.effect(
        "split",
        f"由“{source.name}”分设“{new.name}”，转入 {len(new.child_ids)} 个下级党组织。",
        f"“{new.name}” is split off “{source.name}” and takes {len(new.child_ids)} organisations "
        f"along.",
    )
    return Part(organisation, tuple(new.member_ids), tuple(new.child_ids))
