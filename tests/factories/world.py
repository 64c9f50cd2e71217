"""A small committee: two departments and a branch of its own, with somebody in every role."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.edges import EdgeKind, OrganisationEdge, OrganisationName
from gongwei.access.models import Organisation, OrganisationKind, RoleAssignment, User
from gongwei.access.paths import number_of, segment
from gongwei.access.permissions import Role
from gongwei.access.sessions import SignInSession
from gongwei.core import clock
from gongwei.core.db import Database, narrow
from gongwei.core.pinyin import pinyin_key
from gongwei.core.tokens import TokenKeys, issue, new_claims
from gongwei.organisations.naming import search_text

TOKEN_KEY = "a-token-key-for-tests-that-is-long-enough"
FOUNDED = date(2000, 1, 1)

TREE: tuple[tuple[str, str, OrganisationKind, str | None], ...] = (
    ("root", "云屏区区直机关工作委员会", OrganisationKind.WORKING_COMMITTEE, None),
    ("finance", "中共区财政局总支部委员会", OrganisationKind.GENERAL_BRANCH, "root"),
    ("finance_office", "中共区财政局机关支部委员会", OrganisationKind.BRANCH, "finance"),
    ("finance_units", "中共区财政局直属单位支部委员会", OrganisationKind.BRANCH, "finance"),
    ("police", "中共区公安分局总支部委员会", OrganisationKind.GENERAL_BRANCH, "root"),
    ("police_office", "中共区公安分局机关支部委员会", OrganisationKind.BRANCH, "police"),
    ("archive", "中共区档案局支部委员会", OrganisationKind.BRANCH, "root"),
    ("archive_one", "区档案局第一党小组", OrganisationKind.GROUP, "archive"),
)

PEOPLE: tuple[tuple[str, Role, str], ...] = (
    ("system_admin", Role.SYSTEM_ADMIN, "root"),
    ("security_admin", Role.SECURITY_ADMIN, "root"),
    ("auditor", Role.AUDITOR, "root"),
    ("officer", Role.COMMITTEE_OFFICER, "root"),
    ("leader", Role.COMMITTEE_LEADER, "root"),
    ("department_leader", Role.DEPARTMENT_LEADER, "finance"),
    ("secretary", Role.SECRETARY, "finance"),
    ("clerk", Role.CLERK, "finance"),
    ("member", Role.MEMBER, "finance_office"),
    ("reviewer", Role.REVIEWER, "root"),
    ("rater", Role.RATER, "root"),
    ("neighbour", Role.SECRETARY, "police"),
)


@dataclass
class World:
    """Organisations, users and assignments by their short names; `headers` signs somebody in."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    assignments: dict[str, RoleAssignment] = field(default_factory=dict)
    sessions: dict[str, SignInSession] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Organisation:
        return self.organisations[name]

    def headers(self, name: str) -> dict[str, str]:
        """The Authorization header of somebody signed in."""
        claims = new_claims(
            user_id=self.users[name].id,
            assignment_id=self.assignments[name].id,
            session_id=self.sessions[name].id,
            now=int(clock.now().timestamp()),
        )
        return {"Authorization": f"Bearer {issue(TokenKeys.of(TOKEN_KEY, None), claims)}"}


async def commit_unrecorded(session: AsyncSession) -> None:
    """Commit what nobody acted: the state of the world before a test begins."""
    await session.flush()
    session.sync_session.info.pop("audit", None)
    await session.commit()


async def build_world(database: Database) -> World:
    """Write the tree and the people in one transaction."""
    world = World()
    async with database.new_session() as session:
        await narrow(session, "*")
        for name, title, kind, parent in TREE:
            await _add_organisation(session, world, name, title, kind, parent)
        for name, role, at in PEOPLE:
            await add_person(session, world, name, role, at)
        await commit_unrecorded(session)
    return world


async def _add_organisation(
    session: AsyncSession,
    world: World,
    name: str,
    title: str,
    kind: OrganisationKind,
    parent: str | None,
) -> None:
    above = world.organisations.get(parent) if parent else None
    siblings = [o for o in world.organisations.values() if above and o.parent_id == above.id]
    number = max((number_of(o.path) for o in siblings), default=0) + 1
    organisation = new_organisation(title, kind, above, number)
    world.organisations[name] = organisation
    session.add(organisation)
    await session.flush()
    session.add(
        OrganisationName(
            organisation_id=organisation.id, name=title, short_name=title, valid_from=FOUNDED
        )
    )
    if above:
        session.add(
            OrganisationEdge(
                kind=EdgeKind.LEADERSHIP,
                organisation_id=organisation.id,
                parent_id=above.id,
                valid_from=FOUNDED,
            )
        )
    await session.flush()


def new_organisation(
    title: str, kind: OrganisationKind, above: Organisation | None, number: int
) -> Organisation:
    """An organisation under `above`, the `number`th of its children."""
    code = f"{above.code}.{number:03d}" if above else "001"
    return Organisation(
        kind=kind,
        code=code,
        name=title,
        short_name=title,
        name_pinyin=pinyin_key(title),
        search_text=search_text(title, title, code),
        position=number,
        parent_id=above.id if above else None,
        path=(above.path if above else "") + segment(number),
        depth=above.depth + 1 if above else 0,
        founded_on=FOUNDED,
    )


async def add_person(session: AsyncSession, world: World, name: str, role: Role, at: str) -> None:
    organisation = world[at]
    user = User(
        username=name,
        display_name=f"{name}（{role.value}）",
        organisation_id=organisation.id,
        password_hash="!",
        otp_confirmed=False,
    )
    session.add(user)
    await session.flush()
    assignment = RoleAssignment(user_id=user.id, role=role, organisation_id=organisation.id)
    sign_in = SignInSession(user_id=user.id, expires_at=clock.now() + timedelta(days=30))
    session.add_all([assignment, sign_in])
    await session.flush()
    world.users[name] = user
    world.assignments[name] = assignment
    world.sessions[name] = sign_in
