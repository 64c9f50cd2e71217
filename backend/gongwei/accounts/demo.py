"""The demonstration's accounts. Their passwords are public: only a demonstration ever has them."""

from dataclasses import dataclass

from gongwei.access.permissions import Role


@dataclass(frozen=True)
class DemoAccount:
    """One account with one role; at which organisation stands in the database."""

    username: str
    password: str
    role: Role
    display_name: str


DEMO_ACCOUNTS = (
    DemoAccount("zhou.officer", "Yunping#7302-zou", Role.COMMITTEE_OFFICER, "周明远"),
    DemoAccount("lin.leader", "Yunping#7302-lin", Role.COMMITTEE_LEADER, "林国栋"),
    DemoAccount("xu.department", "Yunping#7302-xuu", Role.DEPARTMENT_LEADER, "徐海平"),
    DemoAccount("chen.secretary", "Yunping#7302-cen", Role.SECRETARY, "茅辉"),
    DemoAccount("wu.clerk", "Yunping#7302-wuu", Role.CLERK, "吴晓燕"),
    DemoAccount("he.member", "Yunping#7302-hee", Role.MEMBER, "余宁"),
    DemoAccount("sun.reviewer", "Yunping#7302-sun", Role.REVIEWER, "孙立新"),
    DemoAccount("ye.rater", "Yunping#7302-yee", Role.RATER, "叶辉"),
    DemoAccount("qian.system", "Yunping#7302-qan", Role.SYSTEM_ADMIN, "钱建国"),
    DemoAccount("feng.security", "Yunping#7302-fen", Role.SECURITY_ADMIN, "冯丽华"),
    DemoAccount("tang.auditor", "Yunping#7302-tan", Role.AUDITOR, "唐正平"),
)

DEMO_BALLOT_CODES = (
    "2RF5HWSTG5MA", "75N6DQA79ARB", "ME7A43X36Y9C", "SX4QPMQSZCFW", "EHMSG649C52B", "9NS8FNNYXQGS",
)  # fmt: skip
"""One-time codes of this year's duty review, to try the ballot with."""
