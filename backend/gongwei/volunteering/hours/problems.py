"""Why hours are refused, in words that say what to do."""

from gongwei.core.errors import ProblemType

HOURS_PENDING = ProblemType(
    "hours_pending", 409, "还有时长没有核实", "Hours are not verified yet",
    "“{title}”还有 {count} 条时长待核实或在申诉中。请先在“时长核实”中逐条处理完，再办结活动。",
    "{count} entries of “{title}” are pending or disputed. Deal with each under Hours first, then "
    "settle the activity.",
)  # fmt: skip
OWN_HOURS = ProblemType(
    "own_hours", 403, "须由另一人核实", "Another person must verify",
    "这是您本人的时长，须由另一人核实。请交由本组织的其他负责人或上级办理。",
    "These are your own hours; another person must verify them. Leave it to somebody else of your "
    "organisation or above it.",
)  # fmt: skip
APPROVAL_NEEDED = ProblemType(
    "approval_needed", 403, "须由上级核实", "Somebody higher must verify",
    "{name} {day}各项活动合计超过 {hours} 小时，须由{who_zh}核实。请提请其办理。",
    "{name} has more than {hours} hours in all activities of {day}, which {who_en} must verify. "
    "Ask them to do it.",
)  # fmt: skip
NEEDS_A_LOOK = ProblemType(
    "needs_a_look", 409, "须单独查看", "Look at it alone",
    "{name} {day}的时长有须注意的情况（{flags_zh}），不能批量核实。"
    "请打开这一条，查看计算过程后单独核实。",
    "The hours of {name} on {day} need a look ({flags_en}) and are not verified together with "
    "others. Open this entry, read how it was computed, and verify it alone.",
)  # fmt: skip
NOT_YOUR_HOURS = ProblemType(
    "not_your_hours", 403, "只能由本人申诉", "Only the person concerned disputes",
    "时长由本人申诉。请提醒对方登录后在“我的时长”中提出。",
    "Hours are disputed by the person concerned. Ask them to sign in and do it under My hours.",
)  # fmt: skip
LONGER_THAN_PLANNED = ProblemType(
    "longer_than_planned", 409, "超过活动计划的时长", "Longer than the activity was planned",
    "“{title}”当天计划的服务时间共 {planned} 分钟，补录不能超过它。请核对时长；"
    "当天还做了别的服务的，请另录一条。",
    "“{title}” was planned for {planned} minutes on that day, and a late entry cannot be longer. "
    "Check the minutes; enter other service of that day separately.",
)  # fmt: skip
LONGER_THAN_A_DAY = ProblemType(
    "longer_than_a_day", 409, "一天超过 24 小时", "More than 24 hours in a day",
    "{name} {day}的时长合计达到 {total} 分钟，一天最多 1440 分钟。请查看这一天的各条时长，"
    "重复的不予认定，数字不对的改正后再办理。",
    "The hours of {name} on {day} come to {total} minutes, and a day has 1,440. Look at the "
    "entries of that day: reject what is there twice, put right what is wrong, then try again.",
)  # fmt: skip
CHECKED_IN_THERE = ProblemType(
    "checked_in_there", 409, "这一天有签到记录", "There are check-ins of that day",
    "{name} {day}在“{title}”有签到或签退，时长在活动结束后据此计算，不能再补录。"
    "签到有误的，请先在活动的“签到”中作废，再来补录。",
    "{name} has check-ins at “{title}” on {day}, from which the hours are computed when the "
    "activity ends; they cannot be entered as well. If the check-ins are wrong, annul them at the "
    "activity first.",
)  # fmt: skip
ALREADY_ENTERED = ProblemType(
    "already_entered", 409, "这一天的时长已经有了", "These hours are there already",
    "{name} {day}在“{title}”的时长已经登记过。请在时长列表中查看；数字不对的，由本人申诉后更正。",
    "The hours of {name} for “{title}” on {day} are there already. Look them up in the list; if "
    "the figure is wrong, the person disputes it and it is put right.",
)  # fmt: skip
NOT_HELD = ProblemType(
    "activity_not_held", 409, "活动没有举行", "The activity was not held",
    "“{title}”是{state_zh}，没有可以补录的时长。请核对是哪一次活动。",
    "“{title}” is {state_en}: there are no hours to enter for it. Check which activity it was.",
)  # fmt: skip
UNKNOWN_PERSON = ProblemType(
    "unknown_person", 409, "花名册中没有此人", "Nobody on the roster has this number",
    "“{name}”的号码在您管理的花名册中已找不到。请重新检查后再导入。",
    "The number of “{name}” is no longer on your roster. Check the list anew, then import it.",
)  # fmt: skip
