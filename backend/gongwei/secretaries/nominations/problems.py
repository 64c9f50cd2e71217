"""Why an act upon a nomination is refused, in words that say what to do."""

from gongwei.core.errors import ProblemType

NOMINEE_NOT_FULL_MEMBER = ProblemType(
    "nominee_not_full_member", 409, "人选不是正式党员", "The nominee is no full member",
    "“{name}”不是在册的正式党员，不能作为拟任人选。请先在“党员”中核对其组织关系和转正情况，或另选人选。",
    "“{name}” is not on a roster as a full member. Check the membership under Members, or choose "
    "somebody else.",
)  # fmt: skip
TERM_STILL_RUNNING = ProblemType(
    "nomination_term_running", 409, "本届任期尚未届满", "The present term still runs",
    "“{place}”本届任期至 {ends_on}，“{name}”不能按换届人选办理。确需换届的，"
    "请先在“任期”中启动换届；任期内调整的，请将提名类别改为“届中调整”。",
    "The term of “{place}” runs until {ends_on}, so “{name}” cannot stand for a new one. Start "
    "the election under Terms, or choose mid-term as the kind of nomination.",
)  # fmt: skip
NOMINATION_EXISTS = ProblemType(
    "nomination_exists", 409, "已有同一提名", "Already nominated",
    "“{name}”已被提名担任“{place}”的同一职务，提名尚在办理。请打开原提名继续办理。",
    "“{name}” is already nominated for the same post at “{place}”. Open that nomination and go on "
    "with it.",
)  # fmt: skip
NOMINEE_INSPECTED = ProblemType(
    "nominee_inspected", 409, "已为该人选开展考察", "An inspection is about this nominee",
    "对“{name}”担任该职务的考察已经开展，不能改换人选或职务。请撤回本提名，另行提名。",
    "An inspection of “{name}” for this post exists, so neither person nor post can be changed. "
    "Withdraw this nomination and make another.",
)  # fmt: skip
INSPECTION_NOT_CONCLUDED = ProblemType(
    "inspection_not_concluded", 409, "考察尚未作出结论", "The inspection is not concluded",
    "对“{name}”的考察尚未作出结论。请先完成考察报告并作出结论。",
    "The inspection of “{name}” is not concluded. Finish its report and conclude it first.",
)  # fmt: skip
INSPECTION_NOT_SUITABLE = ProblemType(
    "inspection_not_suitable", 409, "考察结论不是“合适”", "Not found suitable",
    "对“{name}”的考察没有“合适”的结论，不能批准。请退回补充考察，或不予批准。",
    "No concluded inspection finds “{name}” suitable, so the nomination cannot be approved. Return "
    "it for another inspection, or reject it.",
)  # fmt: skip
OWN_SUBMISSION = ProblemType(
    "own_submission", 403, "须由另一人批准", "Another person must approve",
    "“{name}”的提名由您本人上报，须由另一人批准。",
    "You submitted the nomination of “{name}” yourself; another person must approve it.",
)  # fmt: skip
NONE_CAN_MOVE = ProblemType(
    "none_can_move", 409, "没有可以办理的提名", "No nomination can be moved",
    "“{title}”中没有处于可以“{action_zh}”状态的提名。请先逐个查看各提名的进度。",
    "No nomination of “{title}” is in a state that allows “{action_en}”. Look at where each of "
    "them stands.",
)  # fmt: skip
