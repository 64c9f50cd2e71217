"""Why an entry or exit is not taken, in words for a member with a phone in the hand."""

from gongwei.core.errors import ProblemType

CODE_UNKNOWN = ProblemType(
    "code_unknown", 409, "不是本次活动的签到码", "Not a code of this activity",
    "这不是本次活动的签到码。请扫描现场屏幕上的二维码；仍不行时请联系现场工作人员。",
    "This is not a code of this activity. Scan the screen on site, or ask the staff.",
)  # fmt: skip
CODE_EXPIRED = ProblemType(
    "code_expired", 409, "二维码已更新", "The code has changed",
    "二维码已更新，请重新扫描：屏幕上的码每 20 秒更换一次，个人码更换后旧码作废。",
    "The code has changed; scan again. The screen's code changes every 20 seconds, and a personal "
    "code ends when its owner renews it.",
)  # fmt: skip
NOT_SIGNED_UP = ProblemType(
    "not_signed_up", 409, "没有报名这个班次", "Not signed up for this shift",
    "没有报名“{post}”这个班次，不能签到。请先报名，或联系现场工作人员。",
    "There is no confirmed sign-up for “{post}”. Sign up first, or ask the staff.",
)  # fmt: skip
NOT_OPEN_YET = ProblemType(
    "not_open_yet", 409, "还没到签到时间", "Not open yet",
    "签到从{day} {time} 开始，请到时再扫。",
    "Check-in opens on {day} at {time}. Scan again then.",
)  # fmt: skip
CLOSED = ProblemType(
    "closed", 409, "签到已结束", "Check-in is closed",
    "本班次的签到已经结束。确实参加了服务的，请联系现场工作人员补记。",
    "Check-in for this shift is closed. If you served, ask the staff to enter it.",
)  # fmt: skip
ALREADY_CHECKED_IN = ProblemType(
    "already_checked_in", 409, "已经签到", "Already checked in",
    "已于 {time} 签到，本次不重复计入。",
    "Already checked in at {time}; not counted twice.",
)  # fmt: skip
NOT_CHECKED_IN = ProblemType(
    "not_checked_in", 409, "没有可以签退的签到", "No check-in to end",
    "没有尚未签退的签到记录，不能签退。签到有遗漏的，请联系现场工作人员补记。",
    "There is no check-in without a check-out. If one is missing, ask the staff to add it.",
)  # fmt: skip
TOO_MANY_PAIRS = ProblemType(
    "too_many_pairs", 409, "今天的签到次数已满", "No more check-ins today",
    "同一活动每人每天最多签到 3 次，今天已满。需要更正的，请联系现场工作人员。",
    "An activity takes at most three check-ins a person a day. Ask the staff if one is wrong.",
)  # fmt: skip
OVERLAP = ProblemType(
    "overlap", 409, "正在参加另一项活动", "At another activity",
    "这段时间已在“{title}”签到。请先在那里签退，再到这里签到。",
    "Already checked in at “{title}” for that time. Check out there first.",
)  # fmt: skip
CANCELLED = ProblemType(
    "cancelled", 409, "活动已取消", "Cancelled",
    "这个活动或班次已经取消，不能签到。",
    "This activity or shift was cancelled; nobody can check in.",
)  # fmt: skip
CLOCK_SKEW = ProblemType(
    "clock_skew", 409, "时间不对", "The clock is wrong", "{what}", "{what}",
)  # fmt: skip
CODE_AHEAD = (
    "扫到的二维码还没到显示的时间，显示它的屏幕时间偏快。请现场工作人员校准屏幕的时间，再重新扫描。",
    "The code is not to be shown yet: its screen's clock is ahead. Have it set right; scan again.",
)
"""A scan's `what` in `clock_skew`: its time is that of the code, so the screen's clock is ahead."""
WORD_AHEAD = (
    "记录的时间比服务器时间晚 2 分钟以上。请校准手机的时间后再试。",
    "The time lies over two minutes ahead of the server's. Set the phone's clock right; try again.",
)
"""That of a leader's word."""
ENTER_LATE = ProblemType(
    "enter_late", 409, "不能再补记签到", "No attendance can be marked any more",
    "{why}，不能再补记签到。确实参加了服务的，请在“志愿服务”的“时长核实”页用“补录时长”登记，"
    "写明事由。",
    "{why}, so no attendance can be marked. Whoever served is entered under Volunteering, Hours "
    "to verify, with “Enter hours afterwards” and the reason.",
)  # fmt: skip
IS_SETTLED = ("活动已经结算", "The activity is settled")
BEFORE_PUBLISHED = ("这个时间活动还没有发布", "The activity was not published yet at that time")
LONG_AGO = ("已经过了 7 天", "It is more than seven days ago")
"""`why` only a late entry of hours is left."""

KEPT = frozenset(
    one.code
    for one in (
        CODE_UNKNOWN, CODE_EXPIRED, NOT_SIGNED_UP, NOT_OPEN_YET, CLOSED, ALREADY_CHECKED_IN,
        NOT_CHECKED_IN, TOO_MANY_PAIRS, OVERLAP, CANCELLED, CLOCK_SKEW, ENTER_LATE,
    )
)  # fmt: skip
"""Refusals that are kept as attempts, so that the leader sees who stood at the door."""

ATTENDANCE_SETTLED = ProblemType(
    "attendance_settled", 409, "活动已结算", "The activity is settled",
    "“{title}”已经结算，签到签退不能再核实或作废。时长有误的，请本人在“我的时长”里申诉，由核实时长的人更正。",
    "“{title}” is settled, so its check-ins stay as they are. If hours are wrong, the person "
    "disputes them under “My hours”, and whoever verifies hours puts them right.",
)  # fmt: skip
NONCE_REUSED = ProblemType(
    "nonce_reused", 422, "重复的记录编号", "Nonce reused",
    "这个编号（nonce）已用于内容不同的签到记录。请重新扫描，用新的编号提交。",
    "This nonce was used for another check-in. Scan again with a new one.",
)  # fmt: skip
