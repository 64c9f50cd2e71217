"""A made-up city on a service day: 1,626 organisations, 21,365 members, of whom 14,149 in service
signed up with one of 70 detachments, each with an account of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from generate_secretaries import GIVEN, SURNAMES, copy_rows
from generate_tree import Node, connected, department, write_tree

from gongwei.access.models import OrganisationKind, Person, RoleAssignment, User
from gongwei.access.paths import segment
from gongwei.access.people import name_texts
from gongwei.access.permissions import Role
from gongwei.access.sessions import SignInSession
from gongwei.core import clock
from gongwei.core.models import Row, new_id
from gongwei.core.tokens import TokenKeys, issue, new_claims
from gongwei.members.models import Member, Membership, Service
from gongwei.volunteering.activities.models import Activity, ActivityState, Shift, SignUp
from gongwei.volunteering.teams.models import TeamKind, VolunteerTeam

ORGANISATIONS, DETACHMENTS, MEMBERS, IN_SERVICE = 1_626, 70, 21_365, 14_149
TOKEN_LIFETIME = 900


@dataclass(frozen=True)
class Volunteer:
    """Somebody who signed up, with what a token names."""

    person_id: UUID
    user_id: UUID
    assignment_id: UUID
    session_id: UUID
    organisation_id: UUID
    activity_id: UUID
    shift_id: UUID

    def token(self, keys: TokenKeys) -> str:
        """An access token, valid for fifteen minutes from now."""
        return issue(
            keys,
            new_claims(
                user_id=self.user_id,
                assignment_id=self.assignment_id,
                session_id=self.session_id,
                now=int(clock.now().timestamp()),
                lifetime=TOKEN_LIFETIME,
            ),
        )


@dataclass
class City:
    """Rows by table, each after those that it refers to, and the volunteers."""

    people: list[Row] = field(default_factory=list)
    members: list[Row] = field(default_factory=list)
    memberships: list[Row] = field(default_factory=list)
    teams: list[Row] = field(default_factory=list)
    activities: list[Row] = field(default_factory=list)
    shifts: list[Row] = field(default_factory=list)
    sign_ups: list[Row] = field(default_factory=list)
    users: list[Row] = field(default_factory=list)
    assignments: list[Row] = field(default_factory=list)
    sessions: list[Row] = field(default_factory=list)


def tree(organisations: int, detachments: int) -> list[Node]:
    """A committee, its departments, and their branches, `organisations` in all."""
    root = Node(
        new_id(), OrganisationKind.WORKING_COMMITTEE, "001", "云屏市市直机关工作委员会", 1, None,
        segment(1), 0,
    )  # fmt: skip
    made = [root]
    departments = [
        Node(
            new_id(), OrganisationKind.COMMITTEE, f"001.{number + 1:03d}",
            f"中共{department(number)}委员会", number + 1, root.id,
            root.path + segment(number + 1), 1,
        )
        for number in range(detachments)
    ]  # fmt: skip
    made += departments
    for number in range(organisations - len(made)):
        above, place = departments[number % detachments], number // detachments + 1
        made.append(
            Node(
                new_id(), OrganisationKind.BRANCH, f"{above.code}.{place:03d}",
                f"{above.name[2:-3]}第{place}支部委员会", place, above.id,
                above.path + segment(place), 2,
            )
        )  # fmt: skip
    return made


async def build_city(
    database_url: str,
    *,
    organisations: int = ORGANISATIONS,
    detachments: int = DETACHMENTS,
    members: int = MEMBERS,
    in_service: int = IN_SERVICE,
) -> list[Volunteer]:
    """Write the city on an empty, migrated database; answers those who signed up."""
    made = tree(organisations, detachments)
    departments = [node for node in made if node.depth == 1]
    branches = [node for node in made if node.depth == 2]
    city = City()
    starts = clock.now() - timedelta(minutes=10)
    places = {node.id: _service_day(city, node, starts, number)
              for number, node in enumerate(departments)}  # fmt: skip
    volunteers = list(_members(city, branches, places, members, in_service))
    connection = await connected(database_url)
    await write_tree(connection, made)
    for rows in vars(city).values():
        await copy_rows(connection, rows)
    await connection.execute("VACUUM ANALYZE")
    await connection.close()
    return volunteers


def _service_day(city: City, node: Node, starts: datetime, number: int) -> Shift:
    team = VolunteerTeam(
        organisation_id=node.id, kind=TeamKind.DETACHMENT, name=f"{node.name[2:-3]}志愿服务支队"
    )
    ends = starts + timedelta(hours=8)
    activity = Activity(
        organisation_id=node.id, team_id=team.id, number=f"HD{starts:%Y%m%d}{number + 1:03d}",
        title="党员服务日", place="中心广场", starts_at=starts, ends_at=ends,
        published_at=starts - timedelta(days=3), started_at=starts,
        state=ActivityState.IN_PROGRESS,
    )  # fmt: skip
    shift = Shift(
        organisation_id=node.id, activity_id=activity.id, post="便民服务", starts_at=starts,
        ends_at=ends,
    )  # fmt: skip
    city.teams.append(team)
    city.activities.append(activity)
    city.shifts.append(shift)
    return shift


def _members(
    city: City, branches: list[Node], shifts: dict[UUID, Shift], members: int, in_service: int
) -> Iterator[Volunteer]:
    since = date(2015, 7, 1)
    for number in range(members):
        branch = branches[number % len(branches)]
        serves = number < in_service
        given = GIVEN[number * 7 % len(GIVEN)] + GIVEN[number * 11 % len(GIVEN)]
        person = Person(
            organisation_id=branch.id, **name_texts(SURNAMES[number % len(SURNAMES)] + given)
        )
        member = Member(
            organisation_id=branch.id, person_id=person.id, name_pinyin=person.name_pinyin,
            joined_on=since, full_on=since,
            service=Service.IN_SERVICE if serves else Service.RETIRED,
        )  # fmt: skip
        city.people.append(person)
        city.members.append(member)
        city.memberships.append(
            Membership(organisation_id=branch.id, member_id=member.id, valid_from=since)
        )
        assert branch.parent_id is not None
        if serves:
            yield _volunteer(city, number, person, branch, shifts[branch.parent_id])


def _volunteer(city: City, number: int, person: Person, branch: Node, shift: Shift) -> Volunteer:
    user = User(
        username=f"m{number:06d}", display_name=person.name, organisation_id=branch.id,
        person_id=person.id, password_hash="!",
    )  # fmt: skip
    assignment = RoleAssignment(user_id=user.id, role=Role.MEMBER, organisation_id=branch.id)
    session = SignInSession(user_id=user.id, expires_at=clock.now() + timedelta(days=30))
    city.users.append(user)
    city.assignments.append(assignment)
    city.sessions.append(session)
    city.sign_ups.append(
        SignUp(
            organisation_id=shift.organisation_id, activity_id=shift.activity_id,
            shift_id=shift.id, person_id=person.id,
        )
    )  # fmt: skip
    return Volunteer(
        person.id, user.id, assignment.id, session.id, shift.organisation_id, shift.activity_id,
        shift.id,
    )  # fmt: skip
