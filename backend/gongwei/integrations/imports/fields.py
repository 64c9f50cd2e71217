"""The fields that each kind of import knows, under the heads that offices give them."""

from collections.abc import Sequence

from gongwei.integrations.imports.models import ImportKind
from gongwei.integrations.workbooks.heads import FieldSpec

_NAME_ALIASES = ("党组织名称", "组织名称", "组织全称", "党组织")

ORGANISATION_FIELDS = (
    FieldSpec("name", "党组织全称", "Organisation", _NAME_ALIASES, required=True),
    FieldSpec("short_name", "党组织简称", "Short name", ("组织简称", "简称")),
    FieldSpec("code", "党组织代码", "Code", ("组织代码", "党组织编码")),
    FieldSpec(
        "kind", "组织类别", "Kind", ("党组织类别", "组织类型", "党组织类型", "类别"), required=True
    ),
    FieldSpec(
        "parent",
        "上级党组织",
        "Parent organisation",
        ("上级组织", "上级党组织全称", "上级党组织名称", "隶属党组织"),
        required=True,
    ),
    FieldSpec("unit", "所在单位", "Unit", ("单位", "单位名称", "所在单位名称")),
    FieldSpec(
        "credit_code",
        "单位统一社会信用代码",
        "Credit code",
        ("统一社会信用代码", "信用代码", "社会信用代码"),
    ),
    FieldSpec("founded_on", "成立时间", "Founded on", ("成立日期", "建立时间", "批准成立时间")),
    FieldSpec(
        "elected_on",
        "本届班子当选时间",
        "Elected on",
        ("当选时间", "本届当选时间", "换届时间", "本届换届时间"),
    ),
)

MEMBER_FIELDS = (
    FieldSpec("name", "姓名", "Name", ("党员姓名",), required=True),
    FieldSpec("sex", "性别", "Sex"),
    FieldSpec("nationality", "民族", "Ethnic group"),
    FieldSpec(
        "identity_number",
        "公民身份号码",
        "Identity number",
        ("身份证号", "身份证号码", "公民身份证号", "公民身份证号码", "身份号码"),
    ),
    FieldSpec("birth_on", "出生年月", "Born", ("出生日期", "出生年月日", "出生时间")),
    FieldSpec("education", "学历", "Education", ("文化程度", "最高学历")),
    FieldSpec("joined_on", "入党时间", "Joined the party on", ("入党日期", "入党年月")),
    FieldSpec("full_on", "转正时间", "Full member since", ("转正日期", "转为正式党员时间")),
    FieldSpec(
        "branch", "所在党支部", "Branch", ("所属党支部", "党支部", "所在支部"), required=True
    ),
    FieldSpec("group", "所在党小组", "Group", ("所属党小组", "党小组", "所在小组")),
    FieldSpec("phone", "联系电话", "Telephone", ("手机号码", "手机", "电话", "联系方式", "手机号")),
    FieldSpec("category", "人员类别", "Category", ("党员类别", "人员类型", "在职情况")),
)

SECRETARY_FIELDS = (
    FieldSpec("organisation", "党组织全称", "Organisation", _NAME_ALIASES, required=True),
    FieldSpec("name", "姓名", "Name", ("书记姓名",), required=True),
    FieldSpec(
        "identity_number",
        "公民身份号码",
        "Identity number",
        ("身份证号", "身份证号码", "公民身份证号", "公民身份证号码", "身份号码"),
        required=True,
    ),
    FieldSpec("post", "党内职务", "Post", ("党内职位", "职务"), required=True),
    FieldSpec(
        "full_time", "专兼职", "Full-time or part-time", ("专职兼职", "专/兼职", "专兼职情况")
    ),
    FieldSpec(
        "from_on",
        "任职时间",
        "In office since",
        ("任职日期", "任现职时间", "当选时间"),
        required=True,
    ),
    FieldSpec("duty_title", "行政职务", "Administrative duty", ("行政职位",)),
)

HOURS_FIELDS = (
    FieldSpec("name", "姓名", "Name", ("党员姓名", "志愿者姓名", "志愿者"), required=True),
    FieldSpec(
        "identity_number",
        "公民身份号码",
        "Identity number",
        ("身份证号", "身份证号码", "公民身份证号", "公民身份证号码", "身份号码"),
        required=True,
    ),
    FieldSpec(
        "day",
        "日期",
        "Day",
        ("服务日期", "活动日期", "服务时间", "活动时间", "时间"),
        required=True,
    ),
    FieldSpec(
        "title",
        "活动名称",
        "Service",
        ("活动", "服务项目", "项目名称", "服务内容", "活动主题"),
        required=True,
    ),
    FieldSpec(
        "duration",
        "时长",
        "Time served",
        ("服务时长", "志愿服务时长", "时长（小时）", "小时", "服务小时数", "小时数", "工时"),
        required=True,
    ),
    FieldSpec("reason", "补录事由", "Reason", ("事由", "补录原因", "原因", "备注", "说明")),
)

DUTY_RESULT_FIELDS = (
    FieldSpec("year", "年度", "Year", ("考核年度", "评议年度", "年份"), required=True),
    FieldSpec("organisation", "党组织全称", "Organisation", _NAME_ALIASES, required=True),
    FieldSpec("name", "姓名", "Name", ("书记姓名", "述职人"), required=True),
    FieldSpec(
        "identity_number",
        "公民身份号码",
        "Identity number",
        ("身份证号", "身份证号码", "公民身份证号", "公民身份证号码", "身份号码"),
        required=True,
    ),
    FieldSpec("total", "综合得分", "Total", ("得分", "总分", "综合评价得分", "评议得分")),
    FieldSpec(
        "grade", "等次", "Grade", ("综合评价等次", "评议等次", "考核等次", "结果"), required=True
    ),
)

FIELDS: dict[ImportKind, Sequence[FieldSpec]] = {
    ImportKind.ORGANISATIONS: ORGANISATION_FIELDS,
    ImportKind.MEMBERS: MEMBER_FIELDS,
    ImportKind.SECRETARIES: SECRETARY_FIELDS,
    ImportKind.HOURS: HOURS_FIELDS,
    ImportKind.DUTY_RESULTS: DUTY_RESULT_FIELDS,
}
