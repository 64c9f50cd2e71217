"""Why an act upon a duty report or a comment is refused, in words that say what to do."""

from gongwei.core.errors import ProblemType

NOT_THEIR_REPORT = ProblemType(
    "not_their_report", 403, "由述职人所在党组织撰写", "Written by the participant's organisation",
    "述职报告由“{place}”的书记或工作人员撰写和提交。请切换到该党组织的角色后办理。",
    "The report is written and submitted by the secretary or a clerk of “{place}”. Switch to a "
    "role at that organisation.",
)  # fmt: skip
NOT_THE_ORGANISER = ProblemType(
    "not_the_organiser", 403, "由组织述职的党组织办理", "Done by the organiser of the round",
    "“{round}”由上级党组织组织实施，审核、点评和提醒由该党组织或其上级办理。",
    "“{round}” is run by an organisation above; it, or one above it, reviews, comments and "
    "reminds.",
)  # fmt: skip
TEXT_NOT_HANDED_IN = ProblemType(
    "text_not_handed_in", 403, "报告尚未提交", "Not handed in yet",
    "“{place}”的述职报告正在撰写或修改，提交后才能查看正文。",
    "The report of “{place}” is being written; its text can be read once it is submitted.",
)  # fmt: skip
ROUND_NOT_RUNNING = ProblemType(
    "round_not_running", 409, "不在述职期间", "The round does not take reports now",
    "“{round}”当前为“{state_zh}”，不能撰写、提交、审核述职报告或提醒。"
    "如需办理，请联系组织述职的党组织。",
    "“{round}” is “{state_en}”, so reports are neither written, reviewed nor reminded of. Ask the "
    "organiser of the round.",
)  # fmt: skip
NOT_A_PARTICIPANT = ProblemType(
    "not_a_participant", 409, "不在述职名单中", "Not among the participants",
    "“{place}”不在“{round}”的述职名单中，无需撰写报告。如有疑问，请联系组织述职的党组织。",
    "“{place}” does not take part in “{round}” and writes no report. Ask the organiser if that is "
    "wrong.",
)  # fmt: skip
REPORT_EXISTS = ProblemType(
    "report_exists", 409, "报告已经开始撰写", "The report was begun already",
    "“{place}”的述职报告已经建立，请打开继续撰写。",
    "The report of “{place}” exists already. Open it and go on.",
)  # fmt: skip
COMMENT_TOO_SOON = ProblemType(
    "comment_too_soon", 409, "报告尚未提交，不能点评", "Too soon to comment",
    "“{place}”的述职报告当前为“{state_zh}”。提交后可以对段落点评；退回修改期间只能记录现场点评。",
    "The report of “{place}” is “{state_en}”. Paragraphs can be commented on once it is submitted; "
    "while it is returned, only on-site comments can be noted.",
)  # fmt: skip
NOBODY_OWES = ProblemType(
    "nobody_owes_a_report", 409, "没有需要提醒的人", "Nobody to remind",
    "所选述职人的报告都已提交。",
    "Every report that was chosen is handed in.",
)  # fmt: skip
