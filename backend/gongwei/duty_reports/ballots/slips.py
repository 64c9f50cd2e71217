"""Printed slips: a code to scan or to type, the group, the session, and how to vote.

The picture holds the address with the code behind `#`, a part that a browser keeps to itself.
"""

from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

import segno
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch
from gongwei.documents.description import Language, Slips
from gongwei.duty_reports.ballots.codes import shown
from gongwei.duty_reports.ballots.schemas import PapersIn, SlipsIn
from gongwei.duty_reports.ballots.service import issue
from gongwei.duty_reports.rounds.models import DutyRound

PAGE = "/m/ballot"
WORDS = {
    "group": ("评议主体：{group}", "Group: {group}"),
    "session": ("场次：{title}", "Voting: {title}"),
    "how": (
        "扫二维码，或打开 {page} 输入投票码。每码只能投一次，投票不记名。",
        "Scan the code, or open {page} and type it. It works once; the vote is secret.",
    ),
    "file": ("投票码-{title}", "Ballots-{title}"),
}


@dataclass(frozen=True)
class PrintedSlips:
    """The slips and what their file is called, without its ending."""

    document: Slips
    name: str


async def print_slips(
    session: AsyncSession, actor: Actor, session_id: UUID, given: SlipsIn, *, origin: str,
    language: Language,
) -> PrintedSlips:  # fmt: skip
    """Issue new codes and describe their slips; the codes are shown this once."""
    issued = await issue(session, actor, session_id, PapersIn(codes=given.codes))
    round_ = await fetch(
        session, actor, DutyRound, issued.round_id, read=Permission.DUTY_RESULTS_READ
    )

    def said(key: str, **values: object) -> str:
        return WORDS[key][1 if language == "en" else 0].format(**values)

    page = f"{origin}{PAGE}"
    lines = [said("group", group=issued.group_title)]
    if issued.title != issued.group_title:
        lines.append(said("session", title=issued.title))
    document = Slips(
        title=round_.title,
        lines=tuple(lines),
        how=said("how", page=page),
        codes=tuple(shown(code) for code in issued.codes),
        pictures={shown(code): picture_of(f"{page}#{code}") for code in issued.codes},
        language=language,
    )
    return PrintedSlips(document, said("file", title=issued.title))


def picture_of(address: str) -> str:
    """The address as a QR code (ISO/IEC 18004), drawn as SVG."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", border=2, xmldecl=False, svgns=True, omitsize=True
    )
    return drawn.getvalue().decode()
