"""What is calculated of a round, written as rows: the state before a test begins."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from factories.world import commit_unrecorded
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.duty_reports.ballots.models import BallotSession
from gongwei.duty_reports.results.models import DutyResult, DutyResultRevision
from gongwei.duty_reports.rounds.models import DutyParticipant


async def appraised(
    database: Database, organisation_id: UUID, round_id: UUID, line: Mapping[str, Any]
) -> str:
    """A voting, a result of the organisation itself, and a revision; answers the voting's id.
    `line` is a participant, whose person and post the result is given.
    """
    at = {"organisation_id": organisation_id, "round_id": round_id}
    about = {"person_id": UUID(line["person_id"])}
    voting = BallotSession(**at, group_key="masses", title="会场")
    participant = DutyParticipant(
        **at, **about, appointment_id=UUID(line["appointment_id"]), position=99, included=False,
        exception_reason="不参加",
    )  # fmt: skip
    revision = DutyResultRevision(
        **at, revision=1, document="{}", sha256="0" * 64, published_by_name="工委领导"
    )
    async with database.transaction(WHOLE_TREE) as session:
        session.add_all([voting, participant, revision])
        await session.flush()
        session.add(
            DutyResult(
                **at, **about, participant_id=participant.id, revision=1, total=Decimal("87.6"),
                proposed_grade="good",
            )
        )  # fmt: skip
        await commit_unrecorded(session)
    return str(voting.id)
