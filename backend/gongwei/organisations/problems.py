"""Why a change of the tree is refused, in words that tell a clerk what to do."""

from gongwei.core.errors import ProblemType


def _conflict(
    code: str, title_zh: str, detail_zh: str, title_en: str, detail_en: str
) -> ProblemType:
    return ProblemType(code, 409, title_zh, title_en, detail_zh, detail_en)


NOT_ON_DATE = ProblemType(
    "organisation_not_on_date",
    404,
    "当日没有该党组织",
    "No such organisation on that day",
    "“{name}”在 {on} 不在组织树中，请换一个日期。",
    "“{name}” was not in the tree on {on}. Choose another day.",
)
TREE_TOO_LARGE = ProblemType(
    "tree_too_large",
    422,
    "展开的层级过多",
    "Too much of the tree at once",
    "一次最多展示 {limit} 个党组织，请减少层级或从下级组织展开。",
    "At most {limit} organisations are shown at once. Ask for less depth or start further down.",
)
CYCLE = _conflict(
    "cycle",
    "不能形成循环隶属",
    "{why_zh}请另选上级党组织。",
    "The tree would run in a circle",
    "{why_en} Choose another parent.",
)
KIND_MISMATCH = _conflict(
    "kind_mismatch",
    "组织类别不符",
    "{parent_kind}“{parent}”之下不能设{kind}。请另选上级党组织或更正组织类别。",
    "The kinds do not fit",
    "A {kind_en} cannot stand under the {parent_kind_en} “{parent}”. Choose another parent or "
    "kind.",
)
MERGE_MISMATCH = _conflict(
    "merge_mismatch",
    "类别不同，不能合并",
    "{kind}“{name}”不能并入{into_kind}“{into}”，请选择同类党组织。",
    "These kinds cannot be merged",
    "The {kind_en} “{name}” cannot dissolve into the {into_kind_en} “{into}”. Choose one of its "
    "kind.",
)
DISSOLVED = _conflict(
    "organisation_dissolved",
    "党组织已撤销",
    "“{name}”已于 {on} 撤销，不能再办理此变更。请核对所选党组织。",
    "The organisation is dissolved",
    "“{name}” was dissolved on {on}, so this change is not possible. Check the one you chose.",
)
PARENT_DISSOLVED = _conflict(
    "parent_dissolved",
    "上级党组织已撤销",
    "“{name}”已于 {on} 撤销，不能作上级党组织。请另选上级。",
    "The parent is dissolved",
    "“{name}” was dissolved on {on} and cannot lead another. Choose another.",
)
BEFORE_EXISTENCE = _conflict(
    "before_existence",
    "生效日期早于成立日期",
    "“{name}”自 {since} 起才在组织树中，生效日期不能早于这一天。",
    "Dated before the organisation existed",
    "“{name}” is in the tree since {since}; the change cannot take effect earlier.",
)
SAME_DAY = _conflict(
    "same_day_change",
    "同一天已有变更",
    "“{name}”在 {on} 当天已有一次同类变更，生效日期须晚于这一天。",
    "Already changed on that day",
    "“{name}” already has such a change on {on}; this one must take effect on a later day.",
)
LATER_CHANGE = _conflict(
    "later_change",
    "与之后的变更冲突",
    "“{name}”在 {since} 已有变更，生效日期须晚于这一天。",
    "Contradicts a later change",
    "“{name}” already changed on {since}; this change must take effect on a later day.",
)
NAME_TAKEN = _conflict(
    "name_taken",
    "同一上级下名称重复",
    "“{parent}”之下在该日期已有名为“{name}”的党组织，请改用其他名称。",
    "The name is taken there",
    "“{parent}” already leads an organisation named “{name}”. Use another name.",
)
CODE_TAKEN = _conflict(
    "code_taken",
    "组织代码重复",
    "代码“{code}”已被现有党组织使用，请改用其他代码。",
    "The code is taken",
    "An active organisation already has the code “{code}”. Use another one.",
)
CODE_TOO_LONG = _conflict(
    "code_too_long",
    "请填写组织代码",
    "“{name}”的代码无法自动接续，请自行填写一个不超过 64 个字符的代码。",
    "Give a code",
    "No code can follow from that of “{name}”. Give one of at most 64 characters.",
)
SAME_NAME = _conflict(
    "same_name",
    "名称没有变化",
    "“{name}”已经使用这个名称。",
    "The name is the same",
    "“{name}” already has this name.",
)
SAME_PARENT = _conflict(
    "same_parent",
    "上级没有变化",
    "“{name}”已经隶属“{parent}”。只调整排序时，请直接修改排列位置。",
    "The parent is the same",
    "“{name}” already stands under “{parent}”. To change only the order, change its position.",
)
TOO_DEEP = _conflict(
    "too_deep",
    "组织层级过多",
    "组织树最多 {levels} 级，请另选上级党组织。",
    "Too many levels",
    "The tree has at most {levels} levels. Choose another parent.",
)
ROOT_FIXED = _conflict(
    "root_fixed",
    "最上级组织不能变更隶属",
    "“{name}”是组织树的根，不能转隶、合并、分设或撤销。",
    "The root stays",
    "“{name}” is the root of the tree; it cannot be moved, merged, split or dissolved.",
)
HAS_CHILDREN = _conflict(
    "has_children",
    "尚有下级党组织",
    "“{name}”在 {on} 之后还有 {count} 个下级党组织，请先转隶、合并或撤销它们。",
    "Organisations stand below it",
    "Others still stand below “{name}” after {on} ({count}). Move, merge or dissolve them first.",
)
HAS_MEMBERS = _conflict(
    "has_members",
    "尚有党员",
    "“{name}”在 {on} 之后还有党员，请先转出党员，或改为合并。",
    "Members belong to it",
    "Members belong to “{name}” after {on}. Transfer them first, or merge instead.",
)
MERGE_INTO_ITSELF = _conflict(
    "merge_into_itself",
    "不能并入自身或下级",
    "“{name}”不能并入自身或自己的下级组织“{into}”。",
    "Cannot dissolve into itself",
    "“{name}” cannot dissolve into itself or into “{into}” below it.",
)
SPLIT_MISMATCH = _conflict(
    "split_mismatch",
    "分设的类别不同",
    "{kind}“{name}”只能分设同类党组织，“{new}”的类别不符。",
    "Another kind cannot be split off",
    "Only organisations of its kind can be split off the {kind_en} “{name}”; “{new}” is of "
    "another.",
)
GROUP_ELSEWHERE = _conflict(
    "group_elsewhere",
    "党小组不能跨支部办理",
    "党小组“{name}”尚有党员，不能并入或转到其他支部。请先在支部间转移党员。",
    "A group with members stays in its branch",
    "Members belong to the group “{name}”, so it stays in its branch. Transfer them first.",
)
NOT_A_CHILD = _conflict(
    "not_a_child",
    "所选组织不是其下级",
    "“{child}”在该日期不是“{name}”的直接下级，不能随分设转出。",
    "Not below it",
    "“{child}” does not stand directly below “{name}” on that day, so it cannot go along.",
)
NAMED_TWICE = _conflict(
    "named_twice",
    "重复指定",
    "“{name}”被指定到两个分设的组织，请只保留一处。",
    "Named twice",
    "“{name}” is assigned to two of the new organisations. Keep one.",
)
GUIDES_ITSELF = _conflict(
    "guides_itself",
    "不能指导自身、上级或已领导的组织",
    "“{guide}”与“{name}”之间不能建立指导关系：{why_zh}。",
    "No guidance here",
    "There can be no guidance of “{name}” by “{guide}”: {why_en}.",
)
GUIDANCE_EXISTS = _conflict(
    "guidance_exists",
    "指导关系已存在",
    "“{guide}”自 {since} 起已指导“{name}”，不必重复建立。",
    "Guidance is already there",
    "“{guide}” guides “{name}” since {since}; there is nothing to add.",
)
GUIDANCE_MISSING = _conflict(
    "guidance_missing",
    "没有这项指导关系",
    "“{guide}”在 {on} 没有指导“{name}”，无需终止。",
    "No such guidance",
    "“{guide}” does not guide “{name}” on {on}; there is nothing to end.",
)
TARGET_UNKNOWN = _conflict(
    "target_unknown",
    "找不到所选党组织",
    "所选的党组织不存在，或不在您的管理范围内。请由上一级办理或重新选择。",
    "The chosen organisation is unknown",
    "A chosen organisation does not exist or lies outside your subtree. Choose again or ask the "
    "level above.",
)
NOT_DUE = _conflict(
    "not_due",
    "未到生效日期",
    "该变更将于 {on} 自动生效，不能提前执行。",
    "Not due yet",
    "This change takes effect by itself on {on} and cannot be applied earlier.",
)
FUTURE_DATE = ProblemType(
    "future_date",
    422,
    "日期不能晚于今天",
    "The date lies in the future",
    "直接建立的党组织须已成立；将来成立的，请提交组织变更申请。",
    "An organisation set up directly must exist already; for one to come, hand in a change "
    "request.",
)
TERM_RUNNING = _conflict(
    "term_running",
    "本届任期尚未结束",
    "“{name}”第 {number} 届任期尚未结束，请先结束该届，再登记新一届。",
    "A term is running",
    "Term {number} of “{name}” has not ended. End it, then enter the next.",
)
TERM_OVERLAP = _conflict(
    "term_overlap",
    "任期重叠",
    "“{name}”的当选日期须不早于 {since}（成立或上一届结束之日）。",
    "The terms overlap",
    "“{name}” can be elected on {since} (founded, or end of the last term) at the earliest.",
)
NO_TERM = _conflict(
    "no_term_of_office",
    "此类组织没有任期",
    "{kind}“{name}”不设任期。",
    "No term of office",
    "“{name}” is a {kind_en}, which has no term of office.",
)
TERM_LENGTH = ProblemType(
    "term_length",
    422,
    "届满日期不符合规定",
    "The end of the term is out of bounds",
    "届满日期须在 {earliest} 至 {latest} 之间："
    "延期或提前一般不超过一年（《中国共产党基层组织选举工作条例》第三条）。",
    "The term must end between {earliest} and {latest}: at most one year early or late "
    "(Regulations on elections of primary organisations, article 3).",
)
CREDIT_CODE_TAKEN = _conflict(
    "credit_code_taken",
    "统一社会信用代码重复",
    "该统一社会信用代码已登记在另一个单位名下，请核对。",
    "The credit code is taken",
    "Another unit has this unified social credit code. Please check.",
)
UNIT_IN_USE = _conflict(
    "unit_in_use",
    "单位仍在使用",
    "仍有党组织设在“{name}”，请先更改它们的所在单位。",
    "The unit is in use",
    "Organisations still belong to “{name}”. Change their unit first.",
)
