"""Why an act on a result is refused, in words that say what to do."""

from gongwei.core.errors import ProblemType

NOT_CALCULATED = ProblemType(
    "results_not_calculated", 409, "结果不在确定等次阶段", "The results are not being decided",
    "“{title}”目前{state_zh}。等次在结果计算之后、发布之前确定；已发布的须先“重新评议”。",
    "“{title}” is {state_en}. Grades are decided between calculation and publication; reopen the "
    "round to change what is published.",
)  # fmt: skip
CONFIRMED_BY_ANOTHER = ProblemType(
    "second_person_needed", 403, "须由另一人复核", "A second person must confirm",
    "另定的等次是您本人作出的，复核须由另一位有权的领导进行。",
    "You decided this grade yourself; another leader who may decide must confirm or refuse it.",
)  # fmt: skip
NOT_ALL_DECIDED = ProblemType(
    "results_undecided", 409, "还有等次没有确定", "Some grades are not decided",
    "还有 {count} 人的等次没有确定或没有复核，例如：{names}。全部确定后才能发布。",
    "{count} grades are not decided or not confirmed, such as: {names}. Publish when all are.",
)  # fmt: skip
NOT_PUBLISHED = ProblemType(
    "results_not_published", 409, "结果还没有发布", "The results are not published",
    "“{title}”的结果还没有发布，没有可以导出、送达或提出异议的内容。请在发布后再办理。",
    "The results of “{title}” are not published: there is nothing to export, serve or object to.",
)  # fmt: skip
RESULTS_IMPORTED = ProblemType(
    "results_imported", 409, "导入的往年结果不能导出", "Imported results are not exported",
    "“{title}”是从工作簿导入的往年结果，只有得分和等次，没有可供重新计算的评议数据。"
    "请在结果页和实绩档案中查看，需要原始材料的，请用导入时的工作簿。",
    "“{title}” holds results of a past year from a workbook: totals and grades, and nothing to "
    "count them again from. See them on the page of results and in the archives; the original is "
    "the workbook.",
)  # fmt: skip
ROW_CANNOT_STAND = ProblemType(
    "result_cannot_stand", 409, "有结果与系统记录不符", "A result does not agree with the records",
    "{name} {year} 年的结果与系统中的人员、任职或已导入的结果不符，没有写入。请重新检查这份表格。",
    "The result of {name} for {year} does not agree with people, posts or results that are held; "
    "nothing was written. Check the list again.",
)  # fmt: skip
NOT_ONES_OWN = ProblemType(
    "not_ones_own_result", 403, "只能由本人办理", "Only the person concerned may do this",
    "签收和提出异议只能由被评议的本人办理。",
    "Only the person whom the result is about may acknowledge it or object to it.",
)  # fmt: skip
