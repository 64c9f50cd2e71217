"""Why an act upon a task is refused."""

from gongwei.core.errors import ProblemType

OWN_WORK = ProblemType(
    "own_work", 403, "须由另一人核实", "Another person must verify",
    "由您本人提交，须由另一人核实或退回。",
    "You submitted this yourself; another person must verify or reject it.",
)  # fmt: skip
GIVEN_FROM_ABOVE = ProblemType(
    "given_from_above", 403, "任务由上级交办", "Given from above",
    "任务由上级组织交办，只有交办组织或其上级可以修改、延期、核实、退回或取消。",
    "The task was given by an organisation above; only that organisation or one above it may "
    "change, extend, verify, reject or cancel it.",
)  # fmt: skip
MOVES_WITH_ITS_RECORD = ProblemType(
    "moves_with_its_record", 409, "任务随来源记录办理", "The task moves with its record",
    "此任务随它的来源记录（如述职报告、谈话、函询）办理：在记录上办完，任务同时变化。请打开来源记录办理。",
    "This task follows the record that it came from, such as a duty report, a talk or an inquiry: "
    "what is done there moves the task too. Open that record.",
)  # fmt: skip
OFF_HOURS = ProblemType(
    "off_hours", 409, "现在不是工作时间", "Outside working hours",
    "只能在工作日 9:00 至 17:00 提醒，请在工作时间再试。",
    "People are reminded on working days from 9:00 to 17:00 only. Try again then.",
)  # fmt: skip
