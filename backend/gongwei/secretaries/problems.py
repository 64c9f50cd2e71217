"""Why an appointment, or a list of them, is refused, in words that tell a clerk what to do."""

from gongwei.core.errors import ProblemType

NAME_DIFFERS = ProblemType(
    "secretary_name_differs", 409, "号码与姓名不符", "Number and name do not match",
    "“{name}”的公民身份号码在系统中登记为“{held}”。请核对号码和姓名。",
    "The identity number of “{name}” is held under the name “{held}”. Check number and name.",
)  # fmt: skip
PERSON_ELSEWHERE = ProblemType(
    "secretary_held_elsewhere", 409,
    "人员已在其他党组织登记", "Person held by another organisation",
    "名单中有人员已在您管理范围以外的党组织登记。请由上级党组织导入。",
    "Somebody in the list is held by an organisation outside your subtree. "
    "Ask the parent organisation to import it.",
)  # fmt: skip
TWO_SECRETARIES = ProblemType(
    "two_secretaries", 409, "同一党组织有两名书记", "Two secretaries of one organisation",
    "第 {first} 条和第 {second} 条是同一党组织的书记，只能保留一条。",
    "Entries {first} and {second} are secretaries of the same organisation. Keep one of them.",
)  # fmt: skip
OLDER_THAN_OFFICE = ProblemType(
    "older_than_office", 409, "名单早于现任书记", "Older than the present secretary",
    "“{name}”的任职时间（{from_on}）不晚于现任书记的任职时间（{since}）。请核对任职时间，或改用较新的名单。",
    "“{name}” took office on {from_on}, not after the present secretary did ({since}). "
    "Check the date, or use a newer list.",
)  # fmt: skip
IN_THE_FUTURE = ProblemType(
    "office_in_the_future", 409, "任职时间晚于截止日期", "In office after the date of the list",
    "“{name}”的任职时间（{from_on}）晚于名单的截止日期（{as_of}）。请核对。",
    "“{name}” took office on {from_on}, after the date of the list ({as_of}). Check it.",
)  # fmt: skip
PLACE_REFUSED = ProblemType(
    "secretary_place_refused", 409, "党组织不可用", "Organisation not usable",
    "“{name}”任职的党组织已撤销，或不在您的管理范围内。请重新检查后再导入。",
    "The organisation of “{name}” was dissolved or is outside your subtree. "
    "Check the import again.",
)  # fmt: skip

NO_SUCH_POST = ProblemType(
    "no_such_post", 409, "此处不设该职务", "No such post there",
    "“{place}”已撤销，或按组织类别不设书记、副书记。请另选党组织。",
    "“{place}” was dissolved, or is of a kind without secretary and deputies. Choose another.",
)  # fmt: skip
APPOINTMENT_OVERLAPS = ProblemType(
    "appointment_overlaps", 409, "任职时间重叠", "The times in office overlap",
    "“{place}”的{post}自 {since} 起由“{holder}”担任，与本次任职时间重叠。"
    "请先在“在任书记”中办理其离任，或更正任职日期。",
    "“{holder}” has been {post} of “{place}” since {since}, which overlaps with this "
    "appointment. End that office first, or correct the dates.",
)  # fmt: skip
SUPERIOR_CONSENT_NEEDED = ProblemType(
    "superior_consent_needed", 409, "须先经上级同意", "The superior must consent first",
    "“{place}”本届任期至 {ends_on}，任期内调整须先经上级党组织同意。请先提出离任申请并获同意，"
    "或填写上级同意的日期和文号。",
    "The term of “{place}” runs until {ends_on}; a change while it runs needs the superior's "
    "consent. Ask for the end and wait for consent, or enter when and by which letter it was "
    "given.",
)  # fmt: skip
