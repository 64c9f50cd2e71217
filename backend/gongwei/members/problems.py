"""What may be wrong with an entry in the roster, in words that tell a clerk what to do."""

from gongwei.core.errors import ProblemType

IDENTITY_HELD_HERE = ProblemType(
    "identity_number_held_here",
    409,
    "该身份号码已登记",
    "Identity number already on the roster",
    "该公民身份号码已登记在“{place}”，姓名：{name}。请核对号码；如需转移组织关系，请在该党员处办理。",
    "This identity number is held by {name} at “{place}”. Check the number; to move the member, "
    "use transfer there.",
)
IDENTITY_HELD = ProblemType(
    "identity_number_held",
    409,
    "该身份号码已登记",
    "Identity number already on the roster",
    "该公民身份号码已在其他党组织登记{which_zh}。请核对号码，或请上级党组织办理组织关系转移。",
    "This identity number is held by another organisation{which_en}. Check it, or ask the parent "
    "organisation to transfer the member.",
)
IDENTITY_OF_ANOTHER = ProblemType(
    "identity_number_of_another",
    409,
    "号码与姓名不符",
    "Number and name do not match",
    "该公民身份号码在系统中登记的姓名是“{name}”，与填写的姓名不同。请核对号码和姓名。",
    "This identity number is held under the name “{name}”, which differs from the entry. "
    "Check number and name.",
)
TWICE_IN_IMPORT = ProblemType(
    "identity_number_twice",
    409,
    "同一号码出现多次",
    "Identity number twice in the rows",
    "第 {first} 条和第 {second} 条的公民身份号码相同，请删去重复的一条后重新导入。",
    "Entries {first} and {second} have the same identity number. Remove one and import again.",
)
ALIKE_IN_IMPORT = ProblemType(
    "member_alike",
    409,
    "无法确定是否同一人",
    "It cannot be told who is meant",
    "“{name}”与另一名党员姓名、出生日期相同，无法确定是否同一人。请补上公民身份号码后重新导入。",
    "“{name}” has the name and birth date of another member, and it cannot be told whether they "
    "are one person. Add the identity number and import again.",
)
OLDER_THAN_ROSTER = ProblemType(
    "older_than_roster",
    409,
    "花名册早于现有记录",
    "Older than the roster",
    "“{name}”自 {since} 起已在另一党支部或党小组，"
    "早于该日期的花名册（{as_of}）不能覆盖。请改用较新的花名册或截止日期。",
    "“{name}” has been in another branch or group since {since}; a roster as of {as_of} cannot "
    "replace that. Use a newer roster or date.",
)
"""A workbook that is older than what is held must not move people back."""

IMPORT_PLACE_REFUSED = ProblemType(
    "import_place_refused",
    409,
    "所在党组织不可用",
    "Organisation not usable",
    "“{name}”所在的党支部或党小组已撤销、不能直接接收党员，或不在您的管理范围内。请重新检查后再导入。",
    "The branch or group of “{name}” was dissolved, holds no members itself, or is outside your "
    "subtree. Check the import again.",
)
NOT_OF_THE_SOURCE = ProblemType(
    "member_not_of_source",
    409,
    "党员不属于被拆分的党组织",
    "Not a member of the organisation",
    "指定的党员中有人当日不属于“{name}”，或被分到两个新党组织。请重新选择。",
    "Somebody named does not belong to “{name}” on that day, or is named for two new "
    "organisations. Choose again.",
)
EXPORT_TOO_LARGE = ProblemType(
    "export_too_large",
    409,
    "名册过大",
    "Roster too large",
    "一次最多导出 {limit} 人。请先选择党组织或其他筛选条件。",
    "At most {limit} members can be exported at once. Choose an organisation or another filter "
    "first.",
)
