"""Why an act upon a talk is refused, in words that say what to do."""

from gongwei.core.errors import ProblemType

NOT_YOUR_TALK = ProblemType(
    "not_your_talk", 403, "须由本人确认", "Only the person talked to acknowledges",
    "谈话和函询由谈话对象本人确认，函告由收函部门的党组负责人确认。请提醒对方登录后办理。",
    "Talks and inquiries are acknowledged by the person talked to, letters by the head of the "
    "leading group that they went to. Ask them to sign in and do it.",
)  # fmt: skip
ALREADY_ACKNOWLEDGED = ProblemType(
    "already_acknowledged", 409, "已经确认", "Acknowledged already",
    "您已于{on}确认“{title}”，不用再次确认。需要补充说明的，请联系工委工作人员另行安排谈话。",
    "You acknowledged “{title}” on {on} and need not do it again. To add to your statement, ask "
    "the committee's officer for another talk.",
)  # fmt: skip
TALK_KIND = ProblemType(
    "talk_kind", 409, "只有提醒约谈可以启动整改", "Only reminder talks lead to rectification",
    "“{title}”是{kind_zh}，不能启动整改。需要整改的，请另行安排提醒约谈。",
    "“{title}” ({kind_en}) leads to no rectification. Arrange a reminder talk where something "
    "is to be put right.",
)  # fmt: skip
TASKS_OPEN = ProblemType(
    "tasks_open", 409, "整改任务尚未办完", "Tasks are not done",
    "还有 {count} 项整改任务没有提交：{titles}。请在“任务”中逐项提交后再办理。",
    "{count} tasks are not submitted: {titles}. Submit each of them under Tasks first.",
)  # fmt: skip
TASKS_CANCELLED = ProblemType(
    "tasks_cancelled", 409, "整改任务已全部取消", "All tasks were cancelled",
    "“{title}”的整改任务已全部取消，没有可以报送的整改结果。请联系工委工作人员重新启动整改，再逐项办理。",
    "All tasks of “{title}” were cancelled, so there is nothing to submit. Ask the committee's "
    "officer to open the rectification again, then do each task.",
)  # fmt: skip
