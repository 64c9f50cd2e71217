"""Where a member may belong: a branch that holds members, and a group of that branch."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, OrganisationKind, OrganisationState
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.core.routing import one_fault

KINDS_WITH_MEMBERS = frozenset(
    {
        OrganisationKind.BRANCH,
        OrganisationKind.JOINT_BRANCH,
        OrganisationKind.TEMPORARY_BRANCH,
        OrganisationKind.TEMPORARY_JOINT_BRANCH,
    }
)
"""Every member belongs to a branch (Constitution of the party, article 8); groups are parts of
one."""


async def checked_place(
    session: AsyncSession, actor: Actor, organisation_id: UUID, group_id: UUID | None
) -> Organisation:
    """The branch. Raises 422 at `organisation_id` or `group_id` when a member cannot belong
    there."""
    wanted = {organisation_id} | ({group_id} if group_id else set())
    found = await places(session, actor, wanted)
    branch = found.get(organisation_id)
    if branch is None:
        raise one_fault(
            "/organisation_id", "unknown_organisation",
            "没有这个党组织，或不在您的管理范围内", "There is no such organisation in your subtree",
        )  # fmt: skip
    if not holds_members(branch):
        raise one_fault(
            "/organisation_id", "holds_no_members",
            "党员只能编入现有的党支部，请选择党支部",
            "Members belong to an active branch; choose one",
        )  # fmt: skip
    if group_id is not None and not is_group_of(found.get(group_id), branch):
        raise one_fault(
            "/group_id", "not_a_group_of_the_branch",
            "该党小组不属于所选党支部", "This is no active group of the chosen branch",
        )  # fmt: skip
    return branch


async def places(
    session: AsyncSession, actor: Actor, ids: Collection[UUID]
) -> dict[UUID, Organisation]:
    """These organisations, as far as the caller may see them."""
    query = visible(actor, Organisation, Permission.ORGANISATIONS_READ).where(
        col(Organisation.id).in_(ids)
    )
    return {row.id: row for row in (await session.exec(query)).all()}


def holds_members(organisation: Organisation) -> bool:
    """Whether members may be entered here now."""
    return (
        organisation.kind in KINDS_WITH_MEMBERS and organisation.state is OrganisationState.ACTIVE
    )


def is_group_of(group: Organisation | None, branch: Organisation) -> bool:
    """Whether this is an active group of the branch."""
    return (
        group is not None
        and group.kind is OrganisationKind.GROUP
        and group.state is OrganisationState.ACTIVE
        and group.parent_id == branch.id
    )
