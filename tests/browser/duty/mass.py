"""What the many do who are not looked at: reports by the services, ballots over HTTP."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import httpx
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from browser.conftest import Server
from browser.duty.people import id_of
from browser.service_day.phones import Body
from conftest import ROLE, to_the_end
from gongwei.access.actor import system_actor
from gongwei.access.models import Organisation, Person
from gongwei.audit.record import record
from gongwei.commands.demo_duty_reports import Reporter, hand_in
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound

OPINIONS = ((100, 100, 100, 85), (100, 85, 100, 85), (85, 70, 85, 70), (70, 50, 70, 50))
"""By the place of a secretary on the list and the number of the voter, over and over."""


def opinion(voter: int, place: int) -> int:
    return OPINIONS[place % 4][voter % 4]


def in_database(server: Server, work: Callable[[AsyncSession], Awaitable[None]]) -> None:
    """Do something in the server's own database, in one transaction."""

    async def run() -> None:
        address = server.environment["DATABASE_URL"]
        database = Database(address.replace("postgresql:", "postgresql+asyncpg:"), role=ROLE)
        try:
            async with database.transaction(WHOLE_TREE) as session:
                await work(session)
        finally:
            await database.close()

    to_the_end(run())


def hand_in_all_but(server: Server, path: str, names: set[str]) -> None:
    """Everybody of a round but these writes and submits a report."""
    round_id = UUID(id_of(path))

    async def write(session: AsyncSession) -> None:
        query = (
            select(Organisation, Person)
            .join(DutyParticipant, col(DutyParticipant.organisation_id) == col(Organisation.id))
            .join(Person, col(Person.id) == col(DutyParticipant.person_id))
            .where(DutyParticipant.round_id == round_id, col(Person.name).not_in(names))
        )
        for place, person in (await session.exec(query)).all():
            actor = replace(system_actor(place), label=person.name, person_id=person.id)
            await hand_in(session, Reporter(0, place.id, actor), round_id)

    in_database(server, write)


def let_a_night_pass(server: Server, path: str) -> None:
    """The last day for reports was yesterday."""

    async def move(session: AsyncSession) -> None:
        round_ = await session.get_one(DutyRound, UUID(id_of(path)))
        root = await session.get_one(Organisation, round_.organisation_id)
        round_.report_due_on -= timedelta(days=1)
        record(session, system_actor(root), "duty_round.change", round_)

    in_database(server, move)


def vote(server: Server, codes: Sequence[str]) -> None:
    """Cast a ballot with each code over HTTP, as a phone does."""
    with httpx.Client(base_url=f"{server.address}/api/v1/public", timeout=60) as client:
        for voter, code in enumerate(codes):
            ballot = client.get(f"/ballots/{code}").raise_for_status().json()
            answer = client.post(f"/ballots/{code}", json=_sheets(ballot, voter))
            assert answer.status_code == 201, answer.text


def _sheets(ballot: Body, voter: int) -> Mapping[str, list[Body]]:
    return {
        "sheets": [
            {
                "participant_id": one["id"],
                "answers": [
                    {"criterion": criterion["key"], "value": str(opinion(voter, place))}
                    for criterion in ballot["criteria"]
                ],
            }
            for place, one in enumerate(ballot["participants"])
        ]
    }
