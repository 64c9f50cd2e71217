"""The role table, as it decides."""

from fastapi import APIRouter

from gongwei.access.actor import CurrentActor
from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.core.routing import ResourceRoute
from gongwei.core.schemas import Out

router = APIRouter(prefix="/permissions", tags=["permissions"], route_class=ResourceRoute)


class RolePermissionsOut(Out):
    """What one role may do, at its organisation and below."""

    role: Role
    permissions: list[Permission]


class PermissionTableOut(Out):
    """All roles in their usual order."""

    roles: list[RolePermissionsOut]


@router.get("")
async def list_permissions(_actor: CurrentActor) -> PermissionTableOut:
    """Role × permission: the same table that decides."""
    rows = [
        RolePermissionsOut(role=role, permissions=sorted(permissions))
        for role, permissions in ROLE_PERMISSIONS.items()
    ]
    return PermissionTableOut(roles=rows)
