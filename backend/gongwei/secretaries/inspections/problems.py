"""Why an act upon an inspection is refused, in words that say what to do."""

from gongwei.core.errors import ProblemType

INSPECTION_OPEN = ProblemType(
    "inspection_open", 409, "已有考察在进行", "An inspection is under way",
    "对“{name}”的考察正在进行，不能另开一次。请打开该次考察继续办理，作出结论后才能再次考察。",
    "An inspection of “{name}” is under way. Go on with that one; another can begin once it is "
    "concluded.",
)  # fmt: skip
INSPECTION_INCOMPLETE = ProblemType(
    "inspection_incomplete", 409, "考察材料不完整", "The inspection is incomplete",
    "考察报告还缺 {count} 项内容：{missing_zh}。请补齐后再提交。",
    "{count} things are missing in the report: {missing_en}. Complete them, then hand it in.",
)  # fmt: skip
