"""Why a vote or an act on a voting session is refused, in words that say what to do."""

from gongwei.core.errors import ProblemType

ALREADY_VOTED = ProblemType(
    "already_voted", 409, "这张票已经投过", "This ballot was cast already",
    "这张票在{on}已经投出并计入，内容不能再改，也不会重复计票。您不需要再做什么。",
    "This ballot was cast on {on} and counts; it cannot be changed and counts once. There is "
    "nothing more to do.",
)  # fmt: skip
VOTING_CLOSED = ProblemType(
    "voting_closed", 409, "投票已经结束", "The voting is closed",
    "“{title}”已经结束投票，这张票没有投出。如有疑问，请联系会议组织者。",
    "The voting “{title}” is closed and this ballot was not cast. Ask those who run the meeting.",
)  # fmt: skip
VOTING_NOT_OPEN = ProblemType(
    "voting_not_open", 409, "投票还没有开始", "The voting has not begun",
    "“{title}”还没有开始评议，请等组织者宣布开始后再投。这张票仍然有效。",
    "The appraisal “{title}” has not begun. Vote when it is announced; the ballot stays valid.",
)  # fmt: skip
PAPER_VOID = ProblemType(
    "ballot_void", 409, "这张票已作废", "This ballot is void",
    "这张票已由组织者作废，不能投票。如应参加投票，请向组织者换领新票。",
    "Those who run the meeting voided this ballot. Ask them for another if you are to vote.",
)  # fmt: skip
PAPER_USED = ProblemType(
    "ballot_used", 409, "已投出的票不能作废", "A ballot that was cast cannot be voided",
    "有 {count} 张票已经投出并计入，不能作废。请去掉后再试，其余的都没有改动。",
    "{count} of these ballots were cast and count, so they cannot be voided. Leave them out and "
    "try again; nothing was changed.",
)  # fmt: skip
ROUND_NOT_VOTING = ProblemType(
    "round_not_voting", 409, "现在不能安排投票", "No voting can be arranged now",
    "“{title}”目前{state_zh}，只有述职中和评议中可以安排投票、发票和作废。",
    "“{title}” is {state_en}; voting is arranged while reports are written and appraised.",
)  # fmt: skip
NOT_APPRAISING = ProblemType(
    "not_appraising", 409, "现在不能重新开放投票", "The voting cannot be opened again now",
    "“{title}”目前{state_zh}，投票只在评议中开放。如结果已计算，请先由有权的人“重新评议”。",
    "“{title}” is {state_en}; voting is open while it is appraised. Reopen the round first.",
)  # fmt: skip
VOTING_OPEN = ProblemType(
    "voting_open", 409, "还有投票没有结束", "Some voting is still open",
    "这些投票还没有结束：{titles}。请先逐一结束投票，再计算结果，以免有人正在投的票被漏计。",
    "Still open: {titles}. Close each before the calculation, so that no vote that is being cast "
    "is left out.",
)  # fmt: skip
COUNTS_DIFFER = ProblemType(
    "ballot_counts_differ", 409, "票数对不上", "The counts of ballots differ",
    "“{title}”已用票 {used} 张，收到选票 {envelopes} 份，两数不等，没有开票。"
    "请保留现场并联系系统管理员核查。",
    "“{title}”: {used} papers were used and {envelopes} ballots came in. Nothing was opened; "
    "leave things as they are and ask the system administrator.",
)  # fmt: skip
