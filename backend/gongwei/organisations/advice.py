"""What the regulations ask of an organisation of this kind and size: advice, never force.

Pure: the facts go in, the findings come out; nothing is stored. Every finding cites its article.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongwei.access.models import OrganisationKind as Kind
from gongwei.core.clock import months_later
from gongwei.core.days import day_in_chinese, day_in_english
from gongwei.organisations import articles
from gongwei.organisations.articles import Article, Words
from gongwei.organisations.kinds import KINDS, Family
from gongwei.organisations.terms.periods import NOTICE_MONTHS

Severity = Literal["notice", "warning", "overdue"]

COMMITTEE_FROM = 100
"""Members from which an organ sets up a committee (2019 regulation, article 5)."""
GENERAL_BRANCH_FROM = 50
"""Members from which an organ sets up a general branch (article 6)."""
BRANCH_FROM = 3
"""Full members from which a branch is formed (article 7)."""
BRANCH_COMMITTEE_FROM = 7
"""Full members from which a branch has a branch committee (article 7)."""
BRANCH_UP_TO = 50
"""Members that a branch usually has at most (branch regulation, article 4)."""
SURVEY_ABOVE = 20
"""Members above which the committee's own survey misses somebody full-time in a department's
organisation; no regulation asks for it."""
LATEST_MONTHS = 12
"""How late an election may be with approval (election regulation, article 3)."""


@dataclass(frozen=True)
class TermFacts:
    """The term that runs: elected on, and the day on which the next election is due."""

    elected_on: date
    ends_on: date


@dataclass(frozen=True)
class Facts:
    """What advice looks at, all of one day.

    `members` and `full_members` count the whole subtree. `second_level`: it stands directly below
    the working committee and so stands for a department. `children`: organisations directly below
    it.
    `has_branch_committee` is None where nobody knows.
    """

    kind: Kind
    members: int
    full_members: int
    second_level: bool
    term: TermFacts | None
    has_secretary: bool
    has_full_time_secretary: bool
    has_full_time_deputy: bool
    children: int = 0
    has_branch_committee: bool | None = None


@dataclass(frozen=True)
class Finding:
    """One piece of advice with the rule behind it; words are (Chinese, English)."""

    code: str
    severity: Severity
    title: Words
    detail: Words
    article: Article


def advise(facts: Facts, as_of: date) -> list[Finding]:
    """All findings for an organisation on a day; none for groups, leading groups and the working
    committee."""
    family = KINDS[facts.kind].family
    if family not in (Family.COMMITTEE, Family.BRANCH):
        return []
    found = [*_form(facts), *_term(facts, as_of), *_posts(facts)]
    if family is Family.BRANCH:
        found += _branch(facts)
    return found


def _form(facts: Facts) -> Iterator[Finding]:
    """Whether the number of members asks for another form."""
    n = facts.members
    kind, zh, en = facts.kind, KINDS[facts.kind].zh, KINDS[facts.kind].en
    is_committee = kind in (Kind.COMMITTEE, Kind.TEMPORARY_COMMITTEE)
    is_general = kind in (Kind.GENERAL_BRANCH, Kind.TEMPORARY_GENERAL_BRANCH)
    if facts.second_level and n >= COMMITTEE_FROM and not is_committee:
        yield Finding(
            "form_committee", "warning",
            ("应设立机关党委", "A committee is due"),
            (f"现有党员 {n} 人，达到 {COMMITTEE_FROM} 人，现为{zh}。",
             f"It has {n} members, {COMMITTEE_FROM} or more, and is a {en}."),
            articles.COMMITTEE,
        )  # fmt: skip
    elif facts.second_level and n >= GENERAL_BRANCH_FROM and not (is_committee or is_general):
        yield Finding(
            "form_general_branch", "warning",
            ("应设立党总支", "A general branch is due"),
            (f"现有党员 {n} 人，在 {GENERAL_BRANCH_FROM} 至 {COMMITTEE_FROM} 人之间，现为{zh}。",
             (f"It has {n} members, between {GENERAL_BRANCH_FROM} and {COMMITTEE_FROM}, and is a "
             f"{en}.")),
            articles.GENERAL_BRANCH,
        )  # fmt: skip
    elif is_committee and n < COMMITTEE_FROM:
        yield _below("committee_by_approval", n, COMMITTEE_FROM, articles.COMMITTEE)
    elif is_general and n < GENERAL_BRANCH_FROM:
        yield _below("general_branch_by_approval", n, GENERAL_BRANCH_FROM, articles.GENERAL_BRANCH)


def _below(code: str, members: int, threshold: int, article: Article) -> Finding:
    return Finding(
        code, "notice",
        ("党员人数低于一般标准", "Fewer members than usual"),
        (f"现有党员 {members} 人，不足 {threshold} 人，须有上级党组织因工作需要的批准。",
         (f"It has {members} members, fewer than {threshold}; the level above must have approved "
         f"it.")),
        article,
    )  # fmt: skip


def _term(facts: Facts, as_of: date) -> Iterator[Finding]:
    if KINDS[facts.kind].years is None:
        return
    if facts.term is None:
        yield Finding(
            "term_missing", "notice",
            ("未登记本届任期", "No term is entered"),
            ("没有登记当选日期，无法提醒换届，请补录。",
             "Without the date of the election nobody can be reminded; enter it."),
            articles.TERM,
        )  # fmt: skip
        return
    ends = facts.term.ends_on
    if months_later(ends, LATEST_MONTHS) < as_of:
        yield Finding(
            "term_overdue_beyond_limit", "overdue",
            ("换届逾期超过一年", "The election is more than a year late"),
            (f"任期已于 {day_in_chinese(ends)} 届满，超过经批准也不宜超过的一年期限，请立即换届。",
             (f"The term ended on {day_in_english(ends)}, more than the year that may be approved. "
             f"Hold the election now.")),
            articles.DELAY,
        )  # fmt: skip
    elif ends < as_of:
        yield Finding(
            "term_overdue", "overdue",
            ("任期届满未换届", "The term has ended without an election"),
            (f"任期已于 {day_in_chinese(ends)} 届满，请按期换届；确需延期的，应报上级党组织批准。",
             (f"The term ended on {day_in_english(ends)}. Hold the election, or have a delay "
             f"approved.")),
            articles.TERM,
        )  # fmt: skip
    elif ends <= months_later(as_of, NOTICE_MONTHS):
        yield Finding(
            "term_due_soon", "notice",
            ("六个月内任期届满", "The term ends within six months"),
            (f"任期将于 {day_in_chinese(ends)} 届满，请提醒做好换届准备。",
             f"The term ends on {day_in_english(ends)}; remind them to prepare the election."),
            articles.NOTICE,
        )  # fmt: skip


def _posts(facts: Facts) -> Iterator[Finding]:
    is_branch = KINDS[facts.kind].family is Family.BRANCH
    if not facts.has_secretary:
        yield Finding(
            "secretary_vacant", "warning",
            ("书记空缺", "The post of secretary is vacant"),
            ("没有在任的书记，请及时补选并报上级党组织批准。",
             "Nobody is in office as secretary. Elect one and report it to the level above."),
            articles.VACANCY if is_branch else articles.TERM,
        )  # fmt: skip
    many = facts.members >= COMMITTEE_FROM and facts.children > 0
    if facts.kind is Kind.COMMITTEE and many and not facts.has_full_time_deputy:
        yield Finding(
            "full_time_deputy_missing", "notice",
            ("未配备专职副书记", "No full-time deputy secretary"),
            ((f"现有党员 {facts.members} 人、直属党组织 {facts.children} 个，"
             f"人数和直属单位较多的应设专职副书记。"),
             (f"It has {facts.members} members and {facts.children} organisations directly below "
             f"it; with "
             "many of both there should be a full-time deputy secretary.")),
            articles.DEPUTY,
        )  # fmt: skip
    elif facts.second_level and facts.members > SURVEY_ABOVE and not _somebody_full_time(facts):
        yield Finding(
            "full_time_post_missing", "notice",
            ("无专职书记、副书记（调研口径）", "Nobody full-time (survey's yardstick)"),
            ((f"现有党员 {facts.members} 人，没有专职书记或专职副书记。党员超过 {SURVEY_ABOVE} 人"
              "宜配专职，是本工委调研提出的参考口径，不是条例的要求；所引条例第八条只规定"
              "党员人数和直属单位较多的机关党委设专职副书记。请结合实际研究。"),
             (f"It has {facts.members} members and neither secretary nor deputy is full-time. That "
              f"more than {SURVEY_ABOVE} members want somebody full-time is the yardstick of the "
              "committee's own survey, not a rule: the article cited asks it only of a committee "
              "with many members and subordinate units. Consider what fits here.")),
            articles.DEPUTY,
        )  # fmt: skip


def _somebody_full_time(facts: Facts) -> bool:
    return facts.has_full_time_secretary or facts.has_full_time_deputy


def _branch(facts: Facts) -> Iterator[Finding]:
    if facts.full_members < BRANCH_FROM and facts.kind in (Kind.BRANCH, Kind.TEMPORARY_BRANCH):
        yield Finding(
            "too_few_full_members", "warning",
            ("正式党员不足 3 人", "Fewer than 3 full members"),
            ((f"现有正式党员 {facts.full_members} 人，不足 {BRANCH_FROM} 人，"
             f"宜与邻近单位成立联合党支部。"),
             (f"It has {facts.full_members} full members, fewer than {BRANCH_FROM}; a joint branch "
             f"with a "
             "neighbouring unit would fit.")),
            articles.BRANCH,
        )  # fmt: skip
    if facts.members > BRANCH_UP_TO and not facts.second_level:
        yield Finding(
            "branch_too_large", "notice",
            ("支部党员超过 50 人", "The branch has more than 50 members"),
            (f"现有党员 {facts.members} 人，党支部一般不超过 {BRANCH_UP_TO} 人，可考虑分设。",
             (f"It has {facts.members} members; a branch usually has at most {BRANCH_UP_TO}. "
             f"Consider a split.")),
            articles.BRANCH_SIZE,
        )  # fmt: skip
    if facts.full_members >= BRANCH_COMMITTEE_FROM and not facts.has_branch_committee:
        yield Finding(
            "branch_committee_due", "notice",
            ("应设支部委员会", "A branch committee is due"),
            ((f"现有正式党员 {facts.full_members} 人，达到 {BRANCH_COMMITTEE_FROM} 人，"
             f"应设立支部委员会，请核对。"),
             (f"It has {facts.full_members} full members, {BRANCH_COMMITTEE_FROM} or more, and "
             f"should have a "
             "branch committee. Please check.")),
            articles.BRANCH,
        )  # fmt: skip
