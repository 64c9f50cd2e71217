"""Finding a member by a whole identity number, which never stands in an address."""

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.people import has_identity, identity_hash
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow
from gongwei.audit.record import record
from gongwei.core.errors import NOT_FOUND
from gongwei.core.routing import one_fault
from gongwei.members.entries import checked
from gongwei.members.identity_number import holds_identity_number
from gongwei.members.roster import RosterLine, roster


async def look_up(session: AsyncSession, actor: Actor, typed: str) -> RosterLine:
    """The member with this number, on the roster or off it. That somebody was found by the number
    is recorded, because it confirms the places that a list hides.

    Raises 422 for what is no identity number, 404 when nobody in the caller's subtree has it.
    """
    allow(actor, Permission.MEMBERS_READ)
    number = checked({"identity_number": typed})["identity_number"]
    query = roster(actor, None).where(has_identity([identity_hash(number)]))
    found = (await session.execute(query)).first()
    if found is None:
        raise NOT_FOUND()
    line = RosterLine(*found)
    record(session, actor, "member.lookup", line.member, label=line.person.name)
    return line


def refuse_identity_number(searched: str | None) -> None:
    """Raise 422 for a search that holds a whole identity number: addresses are kept in histories
    and logs."""
    if searched and holds_identity_number(searched):
        raise one_fault(
            "/q",
            "identity_number_in_address",
            "身份号码不能写在网址里。请在党员名册的搜索框中输入，"
            "或用 POST /api/v1/members/lookup 查找",
            "An identity number must not stand in an address. Type it into the roster's search, "
            "or look it up with POST /api/v1/members/lookup",
        )
