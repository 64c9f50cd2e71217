"""What is written in the demonstration's duty reviews."""

from typing import Final

CRITERIA: Final = (
    ("duty", "履行全面从严治党责任", 30),
    ("organisation", "组织建设和党员教育", 25),
    ("service", "围绕中心、服务群众", 25),
    ("conduct", "作风和廉洁自律", 20),
)
"""Key, title and weight of each question."""

LEVELS: Final = (("好", "100"), ("较好", "85"), ("一般", "70"), ("差", "50"))

GROUPS: Final = (
    ("leaders", "工委领导班子成员", "30", 5),
    ("fellow_secretaries", "书记互评", "20", 5),
    ("representatives", "党员和群众代表", "40", 10),
)
"""Key, title, weight and fewest sheets of each group that votes."""

SECTIONS: Final = {
    "rectification": (
        "对照上年度评议指出的问题，逐条制定了整改措施，明确了责任人和完成时限。",
        (
            "“理论学习不够系统”的问题，已建立支部学习计划按月公示和缺课补学制度；"
            "“联系群众方式单一”的问题，已与辖区两个社区建立固定联系。"
        ),
    ),
    "duties": (
        (
            "一年来，主持召开党组织会议，专题研究机关党建工作，把党建工作与业务工作同谋划、同部署、"
            "同考核，牵头制定了责任清单，班子成员按分工落实到人。"
        ),
        (
            "抓基层打基础，按期完成支部换届，组织党员集中学习和主题党日，发展党员严格履行程序，"
            "党费收缴、组织关系接转做到账目清楚、手续齐全。"
        ),
        "带领党员志愿服务队进社区、进企业，围绕群众反映集中的办事难问题，推出延时服务和上门服务。",
    ),
    "problems": (
        (
            "一是对支部的分类指导不够，有的支部组织生活质量不高；二是党建与业务融合的办法不多，"
            "典型总结不够及时。原因是自己沉到支部少，抓具体、抓反复的劲头不足。"
        ),
    ),
    "plans": (
        (
            "下一年，每季度至少到支部参加一次组织生活，帮助解决一个实际问题；年内培育一个党建品牌；"
            "把志愿服务与业务窗口工作结合起来，继续减少群众跑腿次数。"
        ),
    ),
}
"""The paragraphs of a report by the section that the round asks for."""

STRENGTH: Final = "支部换届按期完成，党员志愿服务坚持经常，群众反映好。"
PROBLEM: Final = "对直属支部的指导偏少，两个支部的组织生活记录不完整。"
DEMAND: Final = "请把责任清单分解到支部委员，明年述职时逐条说明。"
RETURNED: Final = "存在问题部分写得笼统，请对照评议意见具体到事、到支部。"
RECTIFIED: Final = "已逐一列席两个支部的组织生活会，补齐记录，并建立季度抽查制度。"
OTHERWISE: Final = "上半年主持完成重点专项任务，实绩突出，经集体研究提高一档。"
