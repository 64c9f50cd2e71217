"""What a change of the tree must not break: no circle, one parent a day, fitting kinds,
unambiguous names."""

from datetime import date

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.edges import EdgeKind, OrganisationEdge, OrganisationName
from gongwei.access.models import Organisation, OrganisationKind
from gongwei.core.days import day_in_chinese, day_in_english
from gongwei.core.errors import Problem
from gongwei.organisations.changes import periods
from gongwei.organisations.kinds import KINDS, may_merge, may_stand_under
from gongwei.organisations.problems import (
    BEFORE_EXISTENCE,
    CYCLE,
    DISSOLVED,
    GUIDANCE_EXISTS,
    GUIDES_ITSELF,
    HAS_CHILDREN,
    KIND_MISMATCH,
    LATER_CHANGE,
    MERGE_INTO_ITSELF,
    MERGE_MISMATCH,
    NAME_TAKEN,
    PARENT_DISSOLVED,
    ROOT_FIXED,
    SAME_DAY,
)
from gongwei.organisations.workflow import DISSOLVED as IS_DISSOLVED

BOTH = frozenset(EdgeKind)


async def refuse_child(
    session: AsyncSession, parent: Organisation, kind: OrganisationKind, name: str, on: date,
    own: Organisation | None = None,
) -> None:  # fmt: skip
    """An organisation of this kind and name may stand under `parent` from `on`, or a problem is
    raised."""
    await refuse_parent(session, parent, on)
    refuse_kind(kind, parent)
    await refuse_name(session, parent, name, on, own)


async def refuse_parent(session: AsyncSession, parent: Organisation, on: date) -> None:
    """The parent leads from `on` until today without a gap."""
    if parent.state is IS_DISSOLVED:
        raise PARENT_DISSOLVED(name=parent.name, on=parent.dissolved_on)
    await refuse_before_existence(session, parent, on)


async def refuse_before_existence(
    session: AsyncSession, organisation: Organisation, on: date
) -> None:
    """The organisation was in the tree on `on`."""
    since = await periods.began_on(session, organisation)
    if since is not None and on < since:
        raise BEFORE_EXISTENCE(name=organisation.name, since=since)


def dissolved(organisation: Organisation) -> Problem:
    """The refusal for an organisation that is no more."""
    return DISSOLVED(name=organisation.name, on=organisation.dissolved_on)


def refuse_dissolved(organisation: Organisation) -> None:
    """The organisation still exists."""
    if organisation.state is IS_DISSOLVED:
        raise dissolved(organisation)


def refuse_kind(kind: OrganisationKind, parent: Organisation) -> None:
    """The kinds fit."""
    if not may_stand_under(kind, parent.kind):
        raise KIND_MISMATCH(
            kind=KINDS[kind].zh, kind_en=KINDS[kind].en, parent=parent.name,
            parent_kind=KINDS[parent.kind].zh, parent_kind_en=KINDS[parent.kind].en,
        )  # fmt: skip


async def refuse_name(
    session: AsyncSession, parent: Organisation, name: str, on: date,
    own: Organisation | None = None,
) -> None:  # fmt: skip
    """No other organisation under the parent has this name on a day from `on`."""
    if await periods.name_held_by(session, parent.id, name, on, own.id if own else None):
        raise NAME_TAKEN(parent=parent.name, name=name)


def refuse_root(organisation: Organisation) -> None:
    """The top of the tree stays where it is."""
    if organisation.parent_id is None:
        raise ROOT_FIXED(name=organisation.name)


async def edge_to_end(
    session: AsyncSession, organisation: Organisation, on: date
) -> OrganisationEdge:
    """The leadership edge that a change on `on` ends; it must be the last and have begun before."""
    refuse_root(organisation)
    refuse_dissolved(organisation)
    await refuse_before_existence(session, organisation, on)
    edge = await periods.open_edge(session, organisation)
    assert edge is not None, "an active organisation below the root has a parent"
    _refuse_period(organisation, edge.valid_from, on)
    return edge


async def name_to_end(
    session: AsyncSession, organisation: Organisation, on: date
) -> OrganisationName:
    """The name that a change on `on` ends; it must be the last and have begun before."""
    refuse_dissolved(organisation)
    await refuse_before_existence(session, organisation, on)
    name = await periods.open_name(session, organisation)
    assert name is not None, "an active organisation has a name"
    _refuse_period(organisation, name.valid_from, on)
    return name


def _refuse_period(organisation: Organisation, begins: date, on: date) -> None:
    if begins == on:
        raise SAME_DAY(name=organisation.name, on=on)
    if begins > on:
        raise LATER_CHANGE(name=organisation.name, since=begins)


async def refuse_cycle(
    session: AsyncSession, organisation: Organisation, parent: Organisation, on: date
) -> None:
    """The parent is not the organisation, and never below it from `on`."""
    own, other = organisation.name, parent.name
    if parent.id == organisation.id:
        raise CYCLE(
            why_zh=f"“{own}”不能作自己的上级。", why_en=f"“{own}” cannot stand above itself."
        )
    if await periods.stands_above(session, organisation.id, parent.id, on):
        raise CYCLE(
            why_zh=f"“{other}”自 {day_in_chinese(on)} 起是“{own}”的下级，不能再作它的上级。",
            why_en=f"“{other}” stands below “{own}” from {day_in_english(on)} on, so it cannot "
            "stand above it.",
        )


async def refuse_merger(
    session: AsyncSession, organisation: Organisation, into: Organisation, on: date
) -> None:
    """`organisation` may dissolve into `into` on `on`."""
    if organisation.id == into.id or await periods.stands_above(
        session, organisation.id, into.id, on
    ):
        raise MERGE_INTO_ITSELF(name=organisation.name, into=into.name)
    refuse_dissolved(into)
    await refuse_before_existence(session, into, on)
    if not may_merge(organisation.kind, into.kind):
        own, other = KINDS[organisation.kind], KINDS[into.kind]
        raise MERGE_MISMATCH(
            name=organisation.name, into=into.name, kind=own.zh, kind_en=own.en,
            into_kind=other.zh, into_kind_en=other.en,
        )  # fmt: skip


async def children_to_move(
    session: AsyncSession, organisation: Organisation, on: date
) -> list[OrganisationEdge]:
    """The edges of its children on `on`; none of them may have come or gone since."""
    edges = await periods.edges_after(
        session, organisation.id, on, EdgeKind.LEADERSHIP, as_parent=True
    )
    for edge in edges:
        if edge.valid_from >= on or edge.valid_to is not None:
            raise LATER_CHANGE(name=organisation.name, since=edge.valid_to or edge.valid_from)
    return edges


async def refuse_children(session: AsyncSession, organisation: Organisation, on: date) -> None:
    """Nothing stands below it on a day from `on`."""
    edges = await periods.edges_after(
        session, organisation.id, on, EdgeKind.LEADERSHIP, as_parent=True
    )
    if edges:
        count = len({edge.organisation_id for edge in edges})
        raise HAS_CHILDREN(name=organisation.name, on=on, count=count)


async def guidance_to_end(
    session: AsyncSession, organisation: Organisation, on: date
) -> list[OrganisationEdge]:
    """Guidance in which the organisation takes part on `on`, on either side, none of it newer."""
    edges: list[OrganisationEdge] = []
    for as_parent in (False, True):
        edges += await periods.edges_after(
            session, organisation.id, on, EdgeKind.GUIDANCE, as_parent=as_parent
        )
    for edge in edges:
        if edge.valid_from >= on or edge.valid_to is not None:
            raise LATER_CHANGE(name=organisation.name, since=edge.valid_to or edge.valid_from)
    return edges


async def refuse_guidance(
    session: AsyncSession, organisation: Organisation, guide: Organisation, on: date
) -> None:
    """`guide` may guide `organisation` from `on`: both exist, neither leads nor guides the other
    yet."""
    refuse_dissolved(organisation)
    refuse_dissolved(guide)
    for end in (organisation, guide):
        await refuse_before_existence(session, end, on)
    why: tuple[str, str] | None = None
    if guide.id == organisation.id:
        why = "不能指导自身", "it would guide itself"
    elif await periods.stands_above(session, organisation.id, guide.id, on, BOTH):
        why = "指导方是被指导方的下级，或已受其指导", "the guide stands below it or is guided by it"
    else:
        edges = await periods.edges_after(
            session, organisation.id, on, EdgeKind.LEADERSHIP, as_parent=False
        )
        if any(edge.parent_id == guide.id for edge in edges):
            why = "已有直接领导关系", "the guide leads it already"
    if why is not None:
        raise GUIDES_ITSELF(name=organisation.name, guide=guide.name, why_zh=why[0], why_en=why[1])
    for edge in await periods.edges_after(
        session, organisation.id, on, EdgeKind.GUIDANCE, as_parent=False
    ):
        if edge.parent_id == guide.id:
            raise GUIDANCE_EXISTS(name=organisation.name, guide=guide.name, since=edge.valid_from)
