"""What people wrote in the demonstration: grounds, findings, issues. Synthetic, about nobody."""

from dataclasses import dataclass

from gongwei.secretaries.inspections.models import Facet
from gongwei.volunteering.activities.models import PlaceKind
from gongwei.volunteering.teams.models import Profession, TeamKind

GROUNDS = (
    "长期从事党务工作，熟悉支部工作条例，所在支部连续三年按期开展组织生活，群众基础好。",
    "业务能力强，牵头完成办事大厅流程再造，办理时限由七个工作日压缩到三个工作日。",
    "原任组织委员，换届中党员推荐票最高，单位领导班子研究一致同意推荐。",
    "有基层工作经历，在结对社区任第一书记两年，善于做群众工作。",
    "熟悉财务和审计，能够承担党费收缴管理和机关廉政风险防控工作。",
)

FACETS = {
    Facet.INTEGRITY: (
        "政治立场坚定，带头学习，讲党课有内容、联系实际，党员反映好。",
        "大局意识强，顾全整体，对组织安排不讲条件。",
        "学习抓得紧，但结合本单位业务谈体会还可以更深。",
    ),
    Facet.ABILITY: (
        "组织协调能力强，能把党建和业务一起谋划、一起推进。",
        "善于做思想工作，能独立处理复杂问题，文字功底扎实。",
        "处理日常党务熟练，统筹大型活动的经验尚需积累。",
    ),
    Facet.DILIGENCE: (
        "工作勤勉，坚持每月到所联系的党小组参加一次组织生活。",
        "兼职多而投入不减，台账清楚，布置的事都有回音。",
        "任务集中时能连续加班，交办事项按期完成。",
    ),
    Facet.ACHIEVEMENT: (
        "所在支部被评为区级先进基层党组织，两项做法在全区推广。",
        "推动建立首问负责制，群众满意率逐年提高。",
        "发展党员工作规范，材料一次审核通过。",
    ),
    Facet.PROBITY: (
        "个人有关事项报告如实，未发现不廉洁问题，经征求纪检机关意见无异议。",
        "严格执行公务接待规定，家风正，群众口碑好。",
        "分管物资采购公开透明，经核查无信访反映。",
    ),
}

STRENGTHS = (
    "作风扎实，熟悉党务，善于团结同志。",
    "思路清、落实快，敢于对不合规的事项说不。",
    "联系群众多，调查研究深入。",
)
SHORTCOMINGS = (
    "统筹党建与业务的办法还不够多，对年轻党员的培养抓得不够细。",
    "有时性子急，听取不同意见不够。",
    "到直属单位支部的次数偏少。",
)
SUITABLE = "经考察，该同志符合任职条件，建议作为拟任人选按程序报批。"
UNSUITABLE = "考察中党员反映其兼职过多、难以保证精力，暂不宜任现职拟任人选。"

NOTES = (
    "认为为人正派，办事公道，支持提名。",
    "肯定其工作能力，建议多到基层支部走动。",
    "反映讲课深入浅出，愿意听；希望多组织活动。",
    "表示同意推荐，没有其他意见。",
)
"""What interviewed people said: encrypted like real notes."""

TEAM = (
    ("周明远", "工委组织部部长"),
    ("沈立群", "工委组织部干事"),
    ("贺文斌", "纪检监察工委干事"),
)

APPOINTMENT_TALK = (
    "宣布工委批复，就履行第一责任人职责、执行民主集中制、联系群众和廉洁自律提出要求；"
    "本人表态服从组织安排，任期内把规范组织生活和培养青年党员作为重点。"
)
STATEMENT = "要求已清楚。将在一个月内走访各党小组，列出任期任务清单，报工委备案。"

ISSUES = (
    ("三会一课台账有三次补记，未注明补录原因。", "逐次核实并注明补录，今后当月登记。"),
    ("党费收缴晚于规定时间两个月。", "查明原因，补缴到位，明确专人按月办理。"),
)
EVIDENCE = (
    "三次补记已逐次注明原因和补记人，附台账影印件。",
    "党费已补缴到位，明确由组织委员按月收缴。",
)
REJECTED = "台账影印件只附了两次，请补齐第三次。"

INQUIRY = "请就2026年上半年两次未按期召开支部党员大会的原因作出书面说明，并附会议记录。"
INQUIRY_REPLY = "4月、6月因防汛值守集中调整会期，未按程序报备，责任在我。7月起已恢复按月召开。"
LETTER = (
    "近期提醒约谈发现，你单位直属支部在党费收缴、台账登记方面存在不规范问题，已要求限期整改。"
    "请党组切实履行主体责任，督促整改到位，并将党务工作力量配备情况于收到本函后二十个工作日内函复我委。"
)


@dataclass(frozen=True)
class ServiceDay:
    """What a service day is planned with."""

    title: str
    theme: str
    description: str
    place: str
    post: str
    place_kind: PlaceKind = PlaceKind.ADDRESS
    served_party: str | None = None


CORPS = "区直机关党员志愿服务总队"
TEAM_INTRODUCTION = "在职党员到社区报到，每月开展一次服务。"
PROFESSIONS: dict[TeamKind, tuple[Profession, ...]] = {
    TeamKind.CORPS: (Profession.COMMUNITY, Profession.POLICY),
    TeamKind.DETACHMENT: (Profession.COMMUNITY, Profession.ENVIRONMENT),
    TeamKind.TEAM: (Profession.COMMUNITY,),
}

SERVICE_DAYS = (
    ServiceDay(
        "清溪河沿岸清洁", "绿色家园", "沿河捡拾垃圾，劝导乱倒。工具由街道提供，请穿防滑鞋。",
        "清溪河步道东入口", "河岸清洁", PlaceKind.ADDRESS, "清溪街道",
    ),
    ServiceDay(
        "望江社区敬老服务", "情暖夕阳", "为独居老人打扫、代买、陪聊，帮助使用手机。",
        "望江社区养老服务站", "入户服务", PlaceKind.UNIT, "望江社区居委会",
    ),
    ServiceDay(
        "青杏村技术帮扶", "助力乡村", "随农技员入户，讲解冬季果园管理。",
        "青杏村村委会", "技术讲解", PlaceKind.VILLAGE, "青杏村",
    ),
    ServiceDay(
        "政策咨询进广场", "服务群众", "解答社保、个税、营商政策，现场代办登记。",
        "中心广场", "咨询台",
    ),
    ServiceDay(
        "文明交通劝导", "文明出行", "早高峰在路口引导行人和非机动车。", "东门路口", "路口引导",
    ),
)  # fmt: skip
TODAY = ServiceDay(
    "党员服务日：便民服务进社区", "服务群众", "设咨询、义诊、家电维修三个点，欢迎群众前来。",
    "石桥社区文化广场", "便民服务点", PlaceKind.ADDRESS, "石桥社区居委会",
)  # fmt: skip
NEXT = ServiceDay(
    "青杏村果园修枝", "助力乡村", "名额有限，候补按报名先后递补。自带手套。",
    "青杏村果园", "修枝", PlaceKind.VILLAGE, "青杏村",
)  # fmt: skip
LATE_SERVICE = "社区抗旱送水"
LATE_REASON = "当时无网络，活动结束后凭纸质签到表补录。"
CERTIFICATE_PURPOSE = "年度评优"
