"""Printed slips: every code is on one, to scan and to type, and in no other place."""

from uuid import UUID

from documents.printed import page_count, signs
from duty_reports.voting import Voting, counted
from factories.roster import acting
from gongwei.duty_reports.ballots.codes import read_code
from gongwei.duty_reports.ballots.schemas import SlipsIn
from gongwei.duty_reports.ballots.slips import picture_of, print_slips


async def test_slips_are_a_pdf_of_ten_a_page(voting: Voting) -> None:
    made = await voting.arranged("masses")
    path = f"ballot-sessions/{made['id']}/slips"
    answer = await voting.send("officer", "POST", path, json={"codes": 23})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.headers["cache-control"] == "no-store"
    assert page_count(answer.content) == 3
    assert set("评议主体党员群众场次扫二维码不记名") <= signs(answer.content)
    assert await voting.counts(made) == counted(23)


async def test_every_slip_has_a_code_that_votes_and_its_picture(voting: Voting) -> None:
    made = await voting.arranged("masses")
    officer = acting(voting.world, "officer")
    async with voting.database.transaction("*") as session:
        printed = await print_slips(
            session, officer, UUID(made["id"]), SlipsIn(codes=3), origin="http://test",
            language="zh",
        )  # fmt: skip
    document = printed.document
    assert document.lines == ("评议主体：党员群众", "场次：masses会场")
    assert len(document.codes) == 3
    for printed_code in document.codes:
        code = read_code(printed_code)
        assert document.pictures[printed_code] == picture_of(f"http://test/m/ballot#{code}")
        answer = await voting.cast(str(code), voting.ballot("60", "level"))
        assert answer.status_code == 201
    assert await voting.counts(made) == counted(3, used=3)


async def test_a_voting_that_is_called_like_its_group_is_named_once(voting: Voting) -> None:
    made = await voting.arranged("masses", title="党员群众")
    officer = acting(voting.world, "officer")
    async with voting.database.transaction("*") as session:
        printed = await print_slips(
            session, officer, UUID(made["id"]), SlipsIn(codes=1), origin="http://test",
            language="zh",
        )  # fmt: skip
    assert printed.document.lines == ("评议主体：党员群众",)


async def test_slips_in_english(voting: Voting) -> None:
    made = await voting.arranged()
    path = f"ballot-sessions/{made['id']}/slips"
    english = {"Accept-Language": "en"}
    answer = await voting.send("officer", "POST", path, json={"codes": 1}, headers=english)
    assert page_count(answer.content) == 1
    assert set("Group:Votingsecret") <= signs(answer.content)
