"""The duty review at the size of a district: the board, a hall that votes at once, calculating.

    PYTHONPATH=tests:tests/load python tests/load/measure_duty.py [PARTICIPANTS] [PAPERS] [AT_ONCE]

So many secretaries (1,527 when left out), each voted on by so many papers (20: 30,540 ballots),
cast over so many connections at once (500), each sending the next when its answer came. Then every
voting is closed and the round calculated. Prints a Markdown table; raises where a ballot was
refused, lost or doubled. A short run: `measure_duty.py 12 6 40`.
"""

import asyncio
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from generate_secretaries import copy_rows
from generate_tree import connected
from httpx import AsyncClient
from programs import TOKEN_KEY, gongwei
from scratch import Scratch, scratch_server
from wire import Tally, closed_loop, post

from duty_reports.appraised import SCHEME
from factories.world import FOUNDED, new_organisation
from gongwei.access.edges import EdgeKind, OrganisationEdge, OrganisationName
from gongwei.access.models import Organisation, OrganisationKind, Person, RoleAssignment, User
from gongwei.access.people import name_texts
from gongwei.access.permissions import Role
from gongwei.access.sessions import SignInSession
from gongwei.core import clock
from gongwei.core.tokens import TokenKeys, issue, new_claims
from gongwei.duty_reports.ballots.codes import code_hash, new_code
from gongwei.duty_reports.ballots.models import BallotPaper, BallotSession
from gongwei.duty_reports.reports.models import DutyReport, DutyReportState
from gongwei.duty_reports.rounds.models import (
    Direction,
    DutyParticipant,
    DutyRound,
    DutyRoundState,
)
from gongwei.scoring.schemes import Scheme
from gongwei.secretaries.models import Appointment, Post

PARTICIPANTS, PAPERS, AT_ONCE = 1_527, 20, 500
GROUP = "masses"
WARMING = 0.02


@dataclass
class District:
    """Rows in the order in which they are written, and who votes on whom by which code."""

    organisations: list[Any] = field(default_factory=list)
    others: list[list[Any]] = field(default_factory=list)
    ballots: list[tuple[str, UUID]] = field(default_factory=list)
    round_id: UUID | None = None
    officer: dict[str, UUID] = field(default_factory=dict)

    @property
    def token(self) -> str:
        """An officer's, for fifteen minutes."""
        now = int(clock.now().timestamp())
        claims = new_claims(**self.officer, now=now, lifetime=900)
        return issue(TokenKeys.of(TOKEN_KEY, None), claims)


def made_up(participants: int, papers: int) -> District:
    """A committee with so many branches, whose secretaries are appraised in one round."""
    district = District()
    root = new_organisation("区直机关工委", OrganisationKind.WORKING_COMMITTEE, None, 1)
    places = [
        new_organisation(f"第{number}支部", OrganisationKind.BRANCH, root, number)
        for number in range(1, participants + 1)
    ]
    district.organisations = [root, *places]
    scheme = Scheme.model_validate({**SCHEME, "missing_group": "renormalise"})
    today = clock.today()
    round_ = DutyRound(
        organisation_id=root.id, year=today.year, direction=Direction.UPWARD, title="述职评议",
        as_of=today, report_due_on=today, report_sections=[], scheme=scheme.model_dump(mode="json"),
        opened_at=clock.now(), appraised_at=clock.now(), state=DutyRoundState.APPRAISING,
    )  # fmt: skip
    district.round_id = round_.id
    _officer(district, root)
    _tree(district, root, places)
    district.others.append([round_])
    _appraisal(district, round_, places, papers)
    return district


def _officer(district: District, root: Organisation) -> None:
    user = User(
        username="officer", display_name="工委干部", organisation_id=root.id, password_hash="!",
        otp_confirmed=True,
    )  # fmt: skip
    held = RoleAssignment(user_id=user.id, role=Role.COMMITTEE_OFFICER, organisation_id=root.id)
    sign_in = SignInSession(user_id=user.id, expires_at=clock.now() + timedelta(days=1))
    district.others += [[user], [held], [sign_in]]
    district.officer = {
        "user_id": user.id, "assignment_id": held.id, "session_id": sign_in.id,
    }  # fmt: skip


def _tree(district: District, root: Organisation, places: list[Organisation]) -> None:
    district.others.append(
        [
            OrganisationEdge(
                kind=EdgeKind.LEADERSHIP, organisation_id=one.id, parent_id=root.id,
                valid_from=FOUNDED,
            )
            for one in places
        ]
    )  # fmt: skip
    district.others.append(
        [
            OrganisationName(
                organisation_id=one.id, name=one.name, short_name=one.name, valid_from=FOUNDED
            )
            for one in (root, *places)
        ]
    )


def _appraisal(
    district: District, round_: DutyRound, places: list[Organisation], papers: int
) -> None:
    rows: list[list[Any]] = [[], [], [], [], [], []]
    people, posts, participants, reports, votings, all_papers = rows
    for number, place in enumerate(places, 1):
        at = {"organisation_id": place.id}
        people.append(Person(**at, **name_texts(f"书记{number}")))
        whose = {"person_id": people[-1].id}
        posts.append(
            Appointment(
                **at, **whose, name_pinyin=people[-1].name_pinyin, post=Post.SECRETARY,
                from_on=date(2020, 1, 1),
            )
        )  # fmt: skip
        line = DutyParticipant(
            **at, **whose, round_id=round_.id, appointment_id=posts[-1].id, position=number
        )
        participants.append(line)
        reports.append(
            DutyReport(
                **at, **whose, round_id=round_.id, participant_id=line.id,
                sections={"work": [{"text": "履职情况。" * 40, "fact": None}]}, facts=[],
                submitted_at=clock.now(), first_submitted_at=clock.now(),
                accepted_at=clock.now(), state=DutyReportState.ACCEPTED,
            )
        )  # fmt: skip
        votings.append(
            BallotSession(
                organisation_id=round_.organisation_id, round_id=round_.id, group_key=GROUP,
                title=f"第{number}支部大会", about_id=place.id,
            )
        )  # fmt: skip
        for _ in range(papers):
            code = new_code()
            district.ballots.append((code, line.id))
            all_papers.append(
                BallotPaper(
                    organisation_id=round_.organisation_id, session_id=votings[-1].id,
                    code_hash=code_hash(code),
                )
            )  # fmt: skip
    district.others += rows


async def written(url: str, district: District) -> None:
    connection = await connected(url)
    for rows in (district.organisations, *district.others):
        await copy_rows(connection, rows)
    await connection.execute("VACUUM ANALYZE")
    await connection.close()


def casts(ballots: list[tuple[str, UUID]]) -> Iterator[bytes]:
    """Every ballot, with values that differ."""
    for number, (code, participant_id) in enumerate(ballots):
        answers = [{"criterion": "overall", "value": str(60 + number % 41)}]
        sheet = {"participant_id": str(participant_id), "answers": answers}
        yield post(f"/api/v1/public/ballots/{code}", {"sheets": [sheet]}, "-")


@dataclass(frozen=True)
class Measured:
    """Seconds of what the officer waits for, and the casts."""

    casts: Tally
    board: float
    calculating: float
    results: float
    envelopes: int
    opened: int


async def measured(port: int, url: str, district: District, at_once: int) -> Measured:
    """Vote, close, calculate, read."""
    number = max(1, int(len(district.ballots) * WARMING))
    await closed_loop(port, 8, casts(district.ballots[:number]))
    tally = await closed_loop(port, at_once, casts(district.ballots[number:]))
    refused = {status for status in tally.statuses() if status not in (200, 201)}
    assert refused == set(), (tally.statuses(), tally.answers[-1].body)
    envelopes = await counted(url, "SELECT count(*) FROM ballot_envelope")
    assert envelopes == len(district.ballots), "a ballot was lost or doubled"
    assert await counted(url, "SELECT count(*) FROM ballot_paper WHERE used_on IS NULL") == 0
    # A click each, which is not what is measured here.
    await counted(url, "UPDATE ballot_session SET state = 'closed', closed_at = now()")
    round_ = f"/api/v1/duty-rounds/{district.round_id}"
    async with AsyncClient(
        base_url=f"http://127.0.0.1:{port}{round_}", timeout=600,
        headers={"Authorization": f"Bearer {district.token}"},
    ) as client:  # fmt: skip
        board = await asked(client, "GET", "/board?limit=200", may_lack=True)
        calculating = await asked(client, "POST", "/actions/calculate")
        results = await asked(client, "GET", "/results?limit=200")
    opened = await counted(url, "SELECT count(*) FROM ballot")
    assert opened == len(district.ballots), "a vote was lost or doubled at the opening"
    return Measured(tally, board, calculating, results, envelopes, opened)


async def asked(client: AsyncClient, method: str, path: str, *, may_lack: bool = False) -> float:
    """Seconds until the answer."""
    start = time.perf_counter()
    answer = await client.request(method, path)
    lacks = may_lack and answer.status_code == 404
    assert answer.status_code == 200 or lacks, (answer.status_code, answer.text[:500])
    return time.perf_counter() - start


async def counted(url: str, statement: str) -> int:
    connection = await connected(url)
    found = await connection.fetchval(statement)
    await connection.close()
    return int(found or 0)


def measure(scratch: Scratch, participants: int, papers: int, at_once: int) -> Measured:
    """Everything once, on a server and a program of its own."""
    district = made_up(participants, papers)
    asyncio.run(written(scratch.url, district))
    with gongwei(scratch.url, scratch.folder, 2) as program:
        return asyncio.run(measured(program.port, scratch.url, district, at_once))


def table(found: Measured, participants: int, at_once: int) -> str:
    """What was measured, as Markdown."""
    tally = found.casts
    lines = [
        ("ballots cast", f"{found.envelopes:,}, none lost, none doubled"),
        (f"casts a second at {at_once} at once, two workers", f"{tally.rate:.0f}"),
        ("a cast, p50 / p99", f"{tally.percentile(0.5):.0f} / {tally.percentile(0.99):.0f} ms"),
        (f"200 lines of the board of {participants:,} reports", f"{found.board * 1000:.0f} ms"),
        (f"calculating {participants:,} results", f"{found.calculating:.2f} s"),
        ("200 lines of the results", f"{found.results * 1000:.0f} ms"),
    ]
    rows = [f"| {what} | {value} |" for what, value in lines]
    return "\n".join(["| duty review | measured |", "|---|---|", *rows])


def main() -> None:
    given = [int(one) for one in sys.argv[1:4]]
    sizes = [*given, *(PARTICIPANTS, PAPERS, AT_ONCE)[len(given) :]]
    participants, papers, at_once = sizes
    with scratch_server() as scratch:
        print(table(measure(scratch, participants, papers, at_once), participants, at_once))  # noqa: T201


if __name__ == "__main__":
    main()
