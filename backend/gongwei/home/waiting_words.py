"""How the first page says what waits: in Chinese and in English."""

from collections.abc import Mapping
from typing import Literal

from gongwei.objections.models import ObjectionState
from gongwei.organisations.models import ChangeKind
from gongwei.secretaries.nominations.models import NominationState
from gongwei.secretaries.talks.models import TalkKind
from gongwei.secretaries.waiting import TalkStep

Language = Literal["zh", "en"]
Words = tuple[str, str]

NAMELESS = "—"
"""For a person whose record the caller may not see."""

CHANGE_WORDS: Mapping[ChangeKind, Words] = {
    ChangeKind.CREATE: ("新建", "Create"),
    ChangeKind.RENAME: ("更名", "Rename"),
    ChangeKind.MOVE: ("调整隶属关系", "Move"),
    ChangeKind.MERGE: ("合并", "Merge"),
    ChangeKind.SPLIT: ("拆分", "Split"),
    ChangeKind.DISSOLVE: ("撤销", "Dissolve"),
    ChangeKind.GUIDANCE: ("调整指导关系", "Guidance"),
}
NOMINATION_WORDS: Mapping[NominationState, Words] = {
    NominationState.SUBMITTED: ("拟任人选待考察", "Nominee to inspect"),
    NominationState.UNDER_INSPECTION: ("拟任人选考察中", "Nominee under inspection"),
    NominationState.INSPECTED: ("拟任人选待党组研究", "Nominee for the leading group to decide on"),
    NominationState.ENDORSED: ("拟任人选待批准", "Nominee to approve"),
    NominationState.APPROVED: ("拟任人选待任职", "Nominee to appoint"),
    NominationState.RETURNED: ("拟任人选被退回", "Nomination sent back"),
}
INSPECTION_WORDS: Words = ("考察报告待作结论", "Inspection report to conclude")
END_WORDS: Words = ("离任申请待同意", "Request to leave office")
TALK_WORDS: Mapping[tuple[TalkStep, TalkKind], Words] = {
    (TalkStep.HOLD, TalkKind.APPOINTMENT): ("待谈话", "Talk to hold"),
    (TalkStep.HOLD, TalkKind.REMINDER): ("待谈话", "Talk to hold"),
    (TalkStep.HOLD, TalkKind.INQUIRY): ("待发函询", "Inquiry to send"),
    (TalkStep.HOLD, TalkKind.LETTER): ("待发函告", "Letter to send"),
    (TalkStep.ACKNOWLEDGE, TalkKind.APPOINTMENT): ("谈话待您确认", "Talk for you to acknowledge"),
    (TalkStep.ACKNOWLEDGE, TalkKind.REMINDER): ("谈话待您确认", "Talk for you to acknowledge"),
    (TalkStep.ACKNOWLEDGE, TalkKind.INQUIRY): ("函询待您答复", "Inquiry for you to answer"),
    (TalkStep.ACKNOWLEDGE, TalkKind.LETTER): ("函告待确认收悉", "Letter to acknowledge"),
    **dict.fromkeys(
        ((TalkStep.VERIFY, kind) for kind in TalkKind),
        ("整改待核实", "Rectification to verify"),
    ),
}
OBJECTION_WORDS: Mapping[ObjectionState, Words] = {
    ObjectionState.FILED: ("异议待核查", "Objection to examine"),
    ObjectionState.EXAMINING: ("异议待作结论", "Objection to decide"),
}


def said(words: Words, about: str, language: Language) -> str:
    """What is to be done, and about what."""
    return f"{words[1]}: {about}" if language == "en" else f"{words[0]}：{about}"


def beside(what: str, more: str, language: Language) -> str:
    """With more in brackets: whose it is, or how many."""
    return f"{what} ({more})" if language == "en" else f"{what}（{more}）"
