"""Why an act upon a round is refused, in words that say what to do."""

from gongwei.core.errors import ProblemType

NO_SCHEME = ProblemType(
    "no_scheme", 409, "尚未设定评议方案", "No scheme is set",
    "“{title}”还没有评议方案。请先设定评议主体、权重、评议内容和等次，再启动述职。",
    "“{title}” has no scheme yet. Set rater groups, weights, criteria and grades, then open it.",
)  # fmt: skip
NO_PARTICIPANTS = ProblemType(
    "no_participants", 409, "没有述职人员", "Nobody takes part",
    "“{title}”没有述职人员。请核对“人员截止日期”，刷新名单，或逐个添加党组织后再启动。",
    "Nobody takes part in “{title}”. Check the day of the list, refresh it, or add organisations "
    "one by one, then open it.",
)  # fmt: skip
NOT_BELOW = ProblemType(
    "not_below_the_round", 409, "不是下级党组织", "Not an organisation below",
    "“{place}”不在组织述职的党组织之下，不能参加本轮述职。请选择下级党组织。",
    "“{place}” does not stand below the organisation that runs the round. Choose one that does.",
)  # fmt: skip
NO_SECRETARY = ProblemType(
    "no_secretary", 409, "没有书记任职记录", "No secretary is recorded",
    "“{place}”没有书记任职记录，不能参加述职。请先在“书记”中登记任职，再添加。",
    "No secretary of “{place}” is recorded. Enter the appointment under Secretaries, then add it.",
)  # fmt: skip
ALREADY_TAKES_PART = ProblemType(
    "already_takes_part", 409, "已在名单中", "Already on the list",
    "“{place}”已在本轮述职名单中。如已标为不参加，请在名单中改为参加。",
    "“{place}” is on the list of this round already. If it was left out, include it there.",
)  # fmt: skip
LIST_CLOSED = ProblemType(
    "participants_closed", 409, "名单已不能调整", "The list is closed",
    "评议开始后，述职名单不能再增减。确有错误的，请在公布结果时说明。",
    "Once the appraisal has begun, nobody joins or leaves the list. State an error with the "
    "results.",
)  # fmt: skip
NOT_COPIED = ProblemType(
    "draft_not_copied", 409, "筹备中的轮次不能复制", "A draft is not copied",
    "“{title}”还在筹备，方案未定。请直接修改它，或复制已启动过的轮次。",
    "“{title}” is a draft whose scheme is not settled. Change it, or copy a round that was opened.",
)  # fmt: skip
NOT_OPENED = ProblemType(
    "round_not_opened", 409, "轮次尚未启动", "The round is not opened",
    "“{title}”还在筹备，可以直接修改方案，不需要修订。",
    "“{title}” is a draft: change its scheme itself, no revision is needed.",
)  # fmt: skip
SCHEME_SETTLED = ProblemType(
    "scheme_settled", 409, "方案不能再修订", "The scheme is settled",
    "“{title}”的结果已经计算，方案不能再修订。确需修订的，请由领导决定“重新评议”后再改。",
    "The results of “{title}” are calculated, so its scheme stays. To change it, reopen the round "
    "first.",
)  # fmt: skip
SHEET_FROZEN = ProblemType(
    "sheet_frozen", 409, "评议票已经发出", "The ballots are out",
    "评议已经开始，评议内容、分值和各主体所评内容不能再改；权重、最低票数、等次等仍可修订。",
    "The appraisal has begun: criteria, their values and who answers which must stay. Weights, "
    "minimum numbers and grades can still be revised.",
)  # fmt: skip
NOTHING_REVISED = ProblemType(
    "nothing_revised", 409, "方案没有变化", "Nothing is changed",
    "提交的方案与现行方案相同，没有需要修订的内容。",
    "The scheme is the same as the present one; there is nothing to revise.",
)  # fmt: skip
OWN_MATTER = ProblemType(
    "own_matter", 403, "须由他人办理", "Somebody else must do this",
    "这是您本人的述职或结果，不能由您自己办理，请由其他有权的人办理。",
    "This is your own report or result. Somebody else who may do it must do it.",
)  # fmt: skip
