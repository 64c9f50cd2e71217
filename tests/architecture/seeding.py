"""One record of every resource inside an organisation, made over HTTP by those who make them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from httpx import AsyncClient

from factories.appraisals import appraised
from factories.duty_reports import reported
from factories.lives import described
from factories.office import MEMBER_HEADS, SECRETARY_HEADS, Office, workbook
from factories.people import whose
from factories.roster import identity_number
from factories.service_days import ServiceDays
from factories.service_hours import a_seal, served
from factories.world import World, commit_unrecorded
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database, narrow
from gongwei.secretaries.models import Appointment, Post
from gongwei.secretaries.nominations.models import Nomination, NominationState
from gongwei.volunteering.activities.models import ExcludedWord

Body = dict[str, Any]
LATER = "2030-01-01"
SHARED = {
    "year": "2031",
    "word_id": "01890a5d-ac96-774b-bcce-b302099a8001",
    "code": "none",
    "revision": "1",
}
"""Path parameters that name what belongs to no organisation."""
SCHEME = {
    "groups": [{"key": "masses", "title": "党员群众", "weight": "100"}],
    "criteria": [{"key": "overall", "title": "总体评价"}],
    "grades": [{"key": "good", "title": "好", "at_least": "0"}],
}


@dataclass
class Place:
    """A department with the ids of its records by path parameter, and a mark in all their names."""

    mark: str
    organisation: str
    branch: str
    other_branch: str
    ids: dict[str, str] = field(default_factory=dict)
    person: str = ""
    """The member's person."""
    number: str = ""
    """The member's identity number."""
    seal: str = ""
    """The picture of its seal."""
    reported: str = ""
    """The round that its branch reports in."""
    nominated: str = ""
    """The nomination that was submitted."""


def marking(place: Place, kind: str = "entry") -> Body:
    """The member marked on the list of the place's service day."""
    return {
        "type": kind, "method": "list", "shift_id": place.ids["shift_id"],
        "person_id": place.person, "nonce": str(uuid4()), "occurred_at": clock.now().isoformat(),
    }  # fmt: skip


@dataclass
class Seeder:
    """Makes the records of one place; `runs` is who runs its daily business."""

    client: AsyncClient
    database: Database
    settings: Settings
    world: World
    place: Place
    runs: str
    number: int

    async def seed(self) -> Place:
        """Make every record."""
        place = self.place
        place.ids["organisation_id"] = place.organisation
        at, below = {"organisation_id": place.organisation}, {"organisation_id": place.branch}
        named = place.mark
        for key, by, path, body in (
            ("unit_id", "officer", "units", {**at, "name": f"{named}单位"}),
            ("term_id", "officer", "terms", {**below, "elected_on": "2024-01-05"}),
            ("change_id", self.runs, "organisation-changes", self._renaming()),
            ("task_id", self.runs, "tasks", {**at, "title": f"{named}任务", "due_on": LATER}),
            ("member_id", "officer", "members", self._member()),
            ("user_id", "system_admin", "users", self._user()),
        ):
            place.ids[key] = (await self._made(by, path, json=body))["id"]
        granted = {**at, "user_id": place.ids["user_id"], "role": "rater"}
        place.ids["assignment_id"] = (
            await self._made("security_admin", "role-assignments", json=granted)
        )["id"]
        await self._nominate()
        await self._import()
        given = {"file": ("说明.txt", place.mark.encode())}
        place.ids["file_id"] = (await self._made(self.runs, "files", data=at, files=given))["id"]
        place.ids["secretary_id"] = await self._first("officer", "secretaries", q=place.mark)
        await self._inspect()
        await self._talk()
        await self._volunteer(place)
        await self._review()
        await self._describe(place)
        await self._report()
        await self._serve()
        place.ids["entry_id"] = await self._first("auditor", "audit-entries")
        return place

    async def _nominate(self) -> None:
        """A batch with one nomination, of the member."""
        place = self.place
        member = await self.client.get(
            f"/api/v1/members/{place.ids['member_id']}", headers=self.world.headers("officer")
        )
        place.person = member.json()["person_id"]
        below = {"organisation_id": place.branch}
        batch = {**below, "title": f"{place.mark}批次"}
        place.ids["batch_id"] = (await self._made(self.runs, "nomination-batches", json=batch))[
            "id"
        ]
        nominee = {"person_id": place.person, "batch_id": place.ids["batch_id"]}
        drafted = {**below, **nominee, "post": "deputy_secretary"}
        place.ids["nomination_id"] = (await self._made(self.runs, "nominations", json=drafted))[
            "id"
        ]

    async def _inspect(self) -> None:
        """An inspection of the member, in progress, with one interview."""
        place, officer = self.place, self.world.headers("officer")
        path = f"/api/v1/members/{place.ids['member_id']}"
        person_id = (await self.client.get(path, headers=officer)).json()["person_id"]
        nomination = Nomination(
            organisation_id=UUID(place.organisation),
            **await whose(self.database, UUID(person_id)),
            post=Post.SECRETARY, state=NominationState.SUBMITTED,
        )  # fmt: skip
        async with self.database.transaction(WHOLE_TREE) as session:
            session.add(nomination)
            await commit_unrecorded(session)
        place.nominated = str(nomination.id)
        made = await self._made("officer", "inspections", json={"nomination_id": place.nominated})
        inspection = f"inspections/{made['id']}"
        started = await self.client.post(f"/api/v1/{inspection}/actions/start", headers=officer)
        assert started.status_code == 200, started.text
        heard = {"group": "members", "held_on": "2024-02-01", "people": 3}
        said = {"interviewee": f"{place.mark}受访人", "notes": f"{place.mark}谈话笔记"}
        interview = await self._made("officer", f"{inspection}/interviews", json={**heard, **said})
        place.ids.update(inspection_id=made["id"], interview_id=interview["id"])

    async def _talk(self) -> None:
        """A reminder talk with the secretary, who is to be talked to."""
        place = self.place
        path = f"/api/v1/secretaries/{place.ids['secretary_id']}"
        held = (await self.client.get(path, headers=self.world.headers("officer"))).json()
        body = {
            "kind": "reminder", "organisation_id": held["organisation_id"], "due_on": LATER,
            "appointment_id": held["id"], "deadline": LATER,
            "issues": [{"text": f"{place.mark}记录不实", "demand": "逐次核对"}],
        }  # fmt: skip
        place.ids["talk_id"] = (await self._made("officer", "talks", json=body))["id"]

    async def _volunteer(self, place: Place) -> None:
        """A team and a published activity, each with the member, and a word for the whole tree."""
        at = {"organisation_id": place.organisation}
        named = {**at, "kind": "team", "name": f"{place.mark}分队"}
        team = await self._made(self.runs, "volunteer-teams", json=named)
        held = {"person_id": place.person}
        joined = await self._made(self.runs, f"volunteer-teams/{team['id']}/members", json=held)
        shifts = [
            {
                "post": f"{place.mark}岗", "starts_at": f"2030-01-0{day}T09:00:00+08:00",
                "ends_at": f"2030-01-0{day}T11:00:00+08:00",
            }
            for day in (1, 2)
        ]  # fmt: skip
        planned = {**at, "title": f"{place.mark}活动", "place": "社区", "shifts": shifts}
        activity = await self._made(self.runs, "activities", json=planned)
        path = f"/api/v1/activities/{activity['id']}/actions/publish"
        published = await self.client.post(path, headers=self.world.headers(self.runs))
        assert published.status_code == 200, published.text
        first, second = (one["id"] for one in activity["shifts"])
        signed = await self._made(self.runs, "sign-ups", json={**held, "shift_id": second})
        place.ids.update(
            team_id=team["id"], team_member_id=joined["id"], activity_id=activity["id"],
            shift_id=first, sign_up_id=signed["id"],
        )  # fmt: skip
        if self.number == 0:
            async with self.database.transaction(WHOLE_TREE) as session:
                session.add(ExcludedWord(id=UUID(SHARED["word_id"]), word="茶叙"))
                await commit_unrecorded(session)

    async def _review(self) -> None:
        """A round of the duty review in preparation, with the secretary."""
        place = self.place
        named = {"organisation_id": place.organisation, "title": f"{place.mark}述职评议"}
        days = {"year": 2026, "as_of": "2024-06-01", "report_due_on": LATER}
        body = {**named, **days, "direction": "upward", "scheme": SCHEME}
        made = await self._made(self.runs, "duty-rounds", json=body)
        place.ids["round_id"] = made["id"]
        answer = await self.client.get(
            f"/api/v1/duty-rounds/{made['id']}/participants",
            headers=self.world.headers(self.runs),
        )
        line = answer.json()["items"][0]
        place.ids["participant_id"] = line["id"]
        place.ids["session_id"] = await appraised(
            self.database, UUID(place.organisation), UUID(made["id"]), line
        )

    async def _describe(self, place: Place) -> None:
        """What is held about the secretary, and an objection to it."""
        async with self.database.new_session() as session:
            await narrow(session, "*")
            held = await session.get(Appointment, UUID(place.ids["secretary_id"]))
            assert held is not None
            made = await described(session, held, place.mark)
            await commit_unrecorded(session)
        place.ids["objection_id"] = str(made["objection_id"].id)

    async def _report(self) -> None:
        """What the branch handed in to a round of the place, and a comment on it."""
        place, author = self.place, self.world.users[self.runs]
        async with self.database.transaction(WHOLE_TREE) as session:
            held = await session.get_one(Appointment, UUID(place.ids["secretary_id"]))
            made = reported(held, UUID(place.organisation), author, place.mark)
            for row in made.values():
                session.add(row)
                await session.flush()
            await commit_unrecorded(session)
        place.reported = str(made["round"].id)
        place.ids.update(report_id=str(made["report"].id), comment_id=str(made["comment"].id))

    async def _serve(self) -> None:
        """A service day that takes place now, and somebody marked as there."""
        place = self.place
        at = next(k for k, o in self.world.organisations.items() if str(o.id) == place.organisation)
        days = ServiceDays(self.database, self.world)
        began = clock.now() - timedelta(hours=1)
        activity = await days.activity(
            at, starts_at=began, title=f"{place.mark}服务日", sign_up_required=False
        )
        shift = await days.shift(activity)
        place.ids.update(activity_id=str(activity.id), shift_id=str(shift.id))
        marked = await self._made(self.runs, "check-ins", json=marking(place))
        place.ids["check_in_id"] = marked["id"]
        """The member's hours of a service day, a certificate that was issued, and the seal."""
        place = self.place
        place.ids["person_id"] = place.person
        made = await served(self.database, UUID(place.branch), UUID(place.person), place.mark)
        place.ids |= {name: str(row.id) for name, row in made.items()}
        at = {"organisation_id": place.organisation}
        picture = {"file": (f"{place.mark}印章.png", a_seal())}
        file = await self._made(self.runs, "files", data=at, files=picture)
        place.seal = file["id"]
        answer = await self.client.put(
            f"/api/v1/organisations/{place.organisation}/seal",
            headers=self.world.headers(self.runs), json={"file_id": place.seal},
        )  # fmt: skip
        assert answer.status_code == 200, answer.text

    def _renaming(self) -> Body:
        return {
            "kind": "rename", "organisation_id": self.place.organisation,
            "effective_on": "2024-05-01", "reason": f"{self.place.mark}更名",
            "payload": {"name": f"{self.place.mark}新名"},
        }  # fmt: skip

    def _member(self) -> Body:
        self.place.number = identity_number(date(1975, 3, 4), 2 * self.number + 1)
        return {
            "organisation_id": self.place.branch, "name": f"{self.place.mark}党员",
            "member_since": "2020-01-01",
            "identity_number": self.place.number,
        }  # fmt: skip

    def _user(self) -> Body:
        return {
            "username": f"seeded.{self.number}", "display_name": f"{self.place.mark}用户",
            "organisation_id": self.place.organisation, "password": "a long enough password 7",
        }  # fmt: skip

    async def _import(self) -> None:
        """A list of secretaries that was committed, and a roster that was checked."""
        office = Office(self.client, self.database, self.settings, self.world, self.runs)
        number = identity_number(date(1966, 7, 8), 2 * self.number + 1)
        branch = next(
            o for o in self.world.organisations.values() if str(o.id) == self.place.branch
        )
        line = (branch.name, f"{self.place.mark}书记", number, "书记", "兼职", "2007.03", "")
        _, content = workbook(SECRETARY_HEADS, line)
        file = (f"{self.place.mark}书记.xlsx", content)
        form = {"organisation_id": self.place.organisation}
        first = await office.checked("secretaries", file, **form)
        assert first["faults_total"] == 0, await office.faults(first)
        # Whoever enters appointments may commit a list of them.
        office.who = "officer"
        assert (await office.act(first, "commit"))["state"] == "succeeded"
        office.who = self.runs
        number = identity_number(date(1967, 8, 9), 2 * self.number + 1)
        row = (f"{self.place.mark}党员", "男", number, None, None, branch.name, None, None, None)
        _, content = workbook(MEMBER_HEADS, row)
        roster = (f"{self.place.mark}党员.xlsx", content)
        checked = await office.checked("members", roster, **form)
        self.place.ids.update(job_id=checked["job_id"], import_id=checked["id"])

    async def _made(self, by: str, path: str, **content: Any) -> Mapping[str, Any]:
        headers = self.world.headers(by)
        answer = await self.client.post(f"/api/v1/{path}", headers=headers, **content)
        assert answer.status_code == 201, (path, answer.text)
        made: Mapping[str, Any] = answer.json()
        return made

    async def _first(self, by: str, path: str, **more: str) -> str:
        asked = {"organisation_id": self.place.organisation, "scope": "subtree", "limit": 1, **more}
        answer = await self.client.get(
            f"/api/v1/{path}", params=asked, headers=self.world.headers(by)
        )
        return str(answer.json()["items"][0]["id"])
