"""Refusals of activities, shifts and sign-ups."""

from gongwei.core.errors import ProblemType

ACTIVITY_STARTED = ProblemType(
    "activity_started", 409, "活动已到开始时间", "The activity has already begun",
    "活动须在开始前发布，“{title}”的开始时间已过。请把班次改到今后；已经开展过的服务，请作为时长补录登记。",
    "An activity is published before it starts, and the start of “{title}” has passed. Move its "
    "shifts ahead; hours of a service that already took place are entered as late entries.",
)  # fmt: skip
TOO_EARLY_TO_START = ProblemType(
    "too_early_to_start", 409, "还没到活动时间", "Too early to start",
    "“{title}”从{day} {time} 开始签到，到时才能开始。提前举办的，请先修改班次的时间。",
    "Check-in for “{title}” opens on {day} at {time}; start it then. If it takes place earlier, "
    "change the time of its shift first.",
)  # fmt: skip
NOT_OVER_YET = ProblemType(
    "not_over_yet", 409, "活动还没有结束", "Not over yet",
    "“{title}”最后一个班次到{day} {time} 才结束，到时才能结束活动。"
    "提前结束的，请先改短或取消后面的班次。",
    "The last shift of “{title}” ends on {day} at {time}; complete it then. If it ends earlier, "
    "shorten or cancel the shifts that are left.",
)  # fmt: skip
NOT_SERVICE = ProblemType(
    "not_service", 409, "不属于志愿服务", "Not volunteer service",
    "名称中含有“{word}”，这类活动不计入志愿服务，不能在此登记。确属志愿服务的，请按服务内容命名。",
    "The title contains “{word}”, which is not counted as volunteer service. If it is a service, "
    "name it by what is done for others.",
)  # fmt: skip
WORD_KNOWN = ProblemType(
    "word_known", 409, "已有这个词", "The word is already there",
    "排除词中已有“{word}”，不必再添加。", "“{word}” is already among the excluded words.",
)  # fmt: skip
SIGN_UP_CLOSED = ProblemType(
    "sign_up_closed", 409, "报名已截止", "Sign-up is closed",
    "“{title}”的这个班次已不能报名。需要参加的，请联系活动负责人。",
    "This shift of “{title}” takes no more sign-ups. Ask its leader if you want to come.",
)  # fmt: skip
ALREADY_SIGNED_UP = ProblemType(
    "already_signed_up", 409, "已经报过名", "Already signed up",
    "{name}已报名这个班次，不用再报。", "{name} is signed up for this shift already.",
)  # fmt: skip
SIGN_UP_OVERLAP = ProblemType(
    "sign_up_overlap", 409, "时间冲突", "At the same time as another shift",
    "这个班次与已报名的“{title}”（{post}）时间重叠。请先取消那一个，再报名。",
    "The shift overlaps with “{title}” ({post}), for which there is a sign-up. Cancel that one "
    "first.",
)  # fmt: skip
SIGN_UP_FINAL = ProblemType(
    "sign_up_final", 409, "班次已开始", "The shift has begun",
    "班次开始后不再取消报名或递补；是否到场，以签到记录为准。",
    "Sign-ups are not cancelled or promoted after the shift began; attendance says who came.",
)  # fmt: skip
SHIFT_FULL = ProblemType(
    "shift_full", 409, "名额已满", "The shift is full",
    "这个班次的 {capacity} 个名额已满。请先增加名额，或取消一人的报名，候补会按顺序递补。",
    "All {capacity} places of the shift are taken. Raise the number, or cancel a sign-up; the "
    "waiting list moves up in order.",
)  # fmt: skip
CAPACITY_TAKEN = ProblemType(
    "capacity_taken", 409, "名额少于已报名人数", "Fewer places than people",
    "已有 {count} 人报名成功，名额不能少于 {count}。确需减少的，请先取消部分报名。",
    "{count} people have a place already. Cancel sign-ups first if there must be fewer.",
)  # fmt: skip
SHIFT_CANCELLED = ProblemType(
    "shift_cancelled", 409, "班次已取消", "The shift is cancelled",
    "“{post}”班次已取消，不能再办理。需要的话，请新增一个班次。",
    "The shift “{post}” is cancelled. Add another one if it is needed.",
)  # fmt: skip
SHIFT_OVER = ProblemType(
    "shift_over", 409, "班次已结束", "The shift is over",
    "“{post}”班次已结束，不能再修改。",
    "The shift “{post}” is over and cannot be changed any more.",
)  # fmt: skip
LAST_SHIFT = ProblemType(
    "last_shift", 409, "只剩这一个班次", "The only shift left",
    "这是活动仅剩的班次。整个活动不办了，请取消活动。",
    "This is the only shift left. Cancel the activity if it does not take place.",
)  # fmt: skip
TOO_MANY_SHIFTS = ProblemType(
    "too_many_shifts", 409, "班次过多", "Too many shifts",
    "一次活动最多 {most} 个班次。更多的，请另建一次活动。",
    "An activity has at most {most} shifts. Plan another activity for more.",
)  # fmt: skip
ALREADY_ANSWERED = ProblemType(
    "already_answered", 409, "已经答复过", "Already answered",
    "服务对象已于 {on} 答复，答复只收一次。",
    "The served party answered on {on}; an answer is taken once.",
)  # fmt: skip
NOT_BEGUN = ProblemType(
    "not_begun", 409, "活动还没有开始", "It has not begun yet",
    "“{title}”从{day} {time} 开始，开始以后才能确认。",
    "“{title}” begins on {day} at {time} and can be confirmed from then on.",
)  # fmt: skip
NOT_PUBLISHED = ProblemType(
    "not_published", 409, "活动未发布或已取消", "Not published, or cancelled",
    "“{title}”尚未发布或已取消，不能请服务对象确认。",
    "“{title}” is not published, or cancelled, so nobody can be asked to confirm it.",
)  # fmt: skip
