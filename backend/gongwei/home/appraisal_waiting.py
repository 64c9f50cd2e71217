"""What waits of the duty review: ballots to cast, grades to decide or confirm, the own result."""

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.duty_reports.ballots.reading import own_papers
from gongwei.duty_reports.results.models import DutyResultState
from gongwei.duty_reports.results.waiting import results_to_decide, unread_results
from gongwei.home.schemas import WaitingOut
from gongwei.home.waiting_words import Language, Words, beside, said

BALLOT: Words = ("评议票待投", "Ballot to cast")
UNREAD: Words = ("述职评议结果待签收", "Result of the duty review to acknowledge")
DECISIONS: dict[DutyResultState, tuple[str, Words]] = {
    DutyResultState.PROPOSED: (
        "duty_results", ("述职评议等次待确定", "Grades of the duty review to decide"),
    ),
    DutyResultState.AWAITING_CONFIRMATION: (
        "duty_confirmations", ("述职评议等次待复核", "Grades of the duty review to confirm"),
    ),
}  # fmt: skip


async def waiting_appraisals(
    session: AsyncSession, actor: Actor, language: Language, lines: int
) -> Sequence[WaitingOut]:
    """In the caller's language, at most so many lines of each."""
    found = [
        WaitingOut(
            kind="ballot", id=held.voting.id, since=held.voting.created_at,
            title=said(
                BALLOT, beside(held.round.title, held.voting.title, language), language
            ),
            path=f"/duty/ballots/{held.voting.id}",
        )
        for held in (await own_papers(session, actor))[:lines]
        if held.state == "open"
    ]  # fmt: skip
    for one in await results_to_decide(session, actor, lines):
        kind, words = DECISIONS[one.state]
        number = str(one.number) if language == "en" else f"{one.number} 人"
        found.append(
            WaitingOut(
                kind=kind, id=one.round_id,
                title=said(words, beside(one.title, number, language), language),
                since=one.since, path=f"/duty/rounds/{one.round_id}/results",
            )
        )  # fmt: skip
    unread = (await unread_results(session, actor))[:lines]
    return found + [
        WaitingOut(
            kind="duty_result", id=one.id, title=said(UNREAD, one.title, language),
            since=one.since, path="/duty/my-results",
        )
        for one in unread
    ]  # fmt: skip
