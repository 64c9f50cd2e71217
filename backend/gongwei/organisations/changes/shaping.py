"""Changes that keep every organisation: create, rename, move, guidance."""

from gongwei.access.edges import EdgeKind, OrganisationEdge
from gongwei.core.days import day_in_chinese, day_in_english
from gongwei.organisations.changes import periods, rules
from gongwei.organisations.changes.followers import anybody_at
from gongwei.organisations.changes.schemas import (
    CreatePayload,
    GuidancePayload,
    MovePayload,
    RenamePayload,
)
from gongwei.organisations.changes.work import Work
from gongwei.organisations.kinds import KINDS, Family
from gongwei.organisations.naming import name_pinyin, search_text
from gongwei.organisations.planting import Seedling, called, plant, rearrange
from gongwei.organisations.problems import (
    GROUP_ELSEWHERE,
    GUIDANCE_MISSING,
    LATER_CHANGE,
    NAME_TAKEN,
    SAME_NAME,
    SAME_PARENT,
)


async def create(work: Work, payload: CreatePayload) -> None:
    """Set up an organisation under the change's own."""
    parent = await work.target(payload.parent_id)
    await rules.refuse_child(work.session, parent, payload.kind, payload.name, work.on)
    given = payload.model_dump(exclude={"parent_id"})
    if given["founded_on"] is None:
        given["founded_on"] = work.on
    planted = await plant(work.session, parent, Seedling(**given), work.on)
    work.applied.created.append(planted.organisation)
    work.note("created", planted.organisation, *planted.parts)
    kind = KINDS[payload.kind]
    work.effect(
        "created",
        f"在“{parent.name}”之下设立{kind.zh}“{payload.name}”，代码 {planted.organisation.code}。",
        f"The {kind.en} “{payload.name}” is set up under “{parent.name}”, code "
        f"{planted.organisation.code}.",
    )


async def rename(work: Work, payload: RenamePayload) -> None:
    """Give the organisation another name from the day on."""
    organisation, session = work.organisation, work.session
    ended = await rules.name_to_end(session, organisation, work.on)
    short_name = payload.short_name or payload.name[:100]
    if (ended.name, ended.short_name) == (payload.name, short_name):
        raise SAME_NAME(name=organisation.name)
    for edge in await periods.edges_after(
        session, organisation.id, work.on, EdgeKind.LEADERSHIP, as_parent=False
    ):
        taken = await periods.name_held_by(
            session, edge.parent_id, payload.name, work.on, organisation.id
        )
        if taken is not None:
            parent = await work.target(edge.parent_id)
            raise NAME_TAKEN(parent=parent.name, name=payload.name)
    ended.valid_to = work.on
    organisation.name, organisation.short_name = payload.name, short_name
    organisation.name_pinyin = name_pinyin(payload.name)
    organisation.search_text = search_text(payload.name, short_name, organisation.code)
    begun = called(organisation, work.on)
    session.add(begun)
    work.note("renamed", organisation, ended, begun)
    work.effect(
        "renamed",
        f"“{ended.name}”自 {day_in_chinese(work.on)} 起更名为“{payload.name}”，"
        f"此前的记录仍显示原名。",
        f"“{ended.name}” is named “{payload.name}” from {day_in_english(work.on)} on; "
        f"earlier records keep the old name.",
    )


async def move(work: Work, payload: MovePayload) -> None:
    """Put the organisation, with all below it, under another parent from the day on."""
    organisation, session = work.organisation, work.session
    edge = await rules.edge_to_end(session, organisation, work.on)
    parent = await work.target(payload.parent_id)
    if edge.parent_id == parent.id:
        raise SAME_PARENT(name=organisation.name, parent=parent.name)
    await rules.refuse_cycle(session, organisation, parent, work.on)
    await rules.refuse_child(
        session, parent, organisation.kind, organisation.name, work.on, organisation
    )
    in_a_branch = KINDS[organisation.kind].family is Family.GROUP
    if in_a_branch and await anybody_at(session, organisation, work.on):
        raise GROUP_ELSEWHERE(name=organisation.name)
    before = await work.target(edge.parent_id)
    moved = await work.lead_anew(organisation, edge, parent)
    if payload.position is not None:
        siblings = await rearrange(session, organisation, payload.position)
        work.note("moved", organisation, *siblings)
    work.effect(
        "moved",
        f"“{organisation.name}”及其下级共 {moved} 个党组织，自 {day_in_chinese(work.on)} "
        f"起由“{before.name}”转隶“{parent.name}”。",
        f"“{organisation.name}” and what stands below it, {moved} in all, move from "
        f"“{before.name}” to "
        f"“{parent.name}” on {day_in_english(work.on)}.",
    )


async def guidance(work: Work, payload: GuidancePayload) -> None:
    """Begin or end guidance without leadership."""
    guide = await work.target(payload.guide_id)
    if payload.operation == "start":
        await _start_guidance(work, payload)
        return
    organisation = work.organisation
    found = [
        edge
        for edge in await periods.edges_after(
            work.session, organisation.id, work.on, EdgeKind.GUIDANCE, as_parent=False
        )
        if edge.parent_id == guide.id
    ]
    if not found or found[0].valid_from > work.on:
        raise GUIDANCE_MISSING(name=organisation.name, guide=guide.name, on=work.on)
    if found[0].valid_from == work.on or found[0].valid_to is not None:
        since = found[0].valid_to or found[0].valid_from
        raise LATER_CHANGE(name=organisation.name, since=since)
    found[0].valid_to = work.on
    work.applied.around.add(guide.id)
    work.note("guidance_ended", organisation, found[0])
    work.effect(
        "guidance_ended",
        f"“{guide.name}”自 {day_in_chinese(work.on)} 起不再指导“{organisation.name}”。",
        f"“{guide.name}” no longer guides “{organisation.name}” from {day_in_english(work.on)} on.",
    )


async def _start_guidance(work: Work, payload: GuidancePayload) -> None:
    organisation, guide = work.organisation, await work.target(payload.guide_id)
    await rules.refuse_guidance(work.session, organisation, guide, work.on)
    edge = OrganisationEdge(
        kind=EdgeKind.GUIDANCE,
        organisation_id=organisation.id,
        parent_id=guide.id,
        valid_from=work.on,
    )
    work.session.add(edge)
    work.applied.around.add(guide.id)
    work.note("guided", organisation, edge)
    work.effect(
        "guided",
        f"“{guide.name}”自 {day_in_chinese(work.on)} 起指导“{organisation.name}”，隶属关系不变。",
        f"“{guide.name}” guides “{organisation.name}” from {day_in_english(work.on)} on; "
        f"who leads it stays the same.",
    )
