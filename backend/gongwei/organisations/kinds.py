"""Kinds of organisation: national codes, names, what may stand under what, terms of office,
members."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from gongwei.access.models import OrganisationKind as Kind


class Family(StrEnum):
    """Kinds that may be merged into each other."""

    WORKING_COMMITTEE = "working_committee"
    LEADING_GROUP = "leading_group"
    COMMITTEE = "committee"
    BRANCH = "branch"
    GROUP = "group"


@dataclass(frozen=True)
class KindRule:
    """One kind. `code` is the national code where there is one, `under` the kinds that may lead it.

    `years` is the length of a term of office (2019 regulation on organisations in party and state
    organs, articles 5 to 7), None where the kind has no term. `members` says whether members
    belong to it.
    """

    code: str | None
    zh: str
    en: str
    family: Family
    under: frozenset[Kind]
    years: int | None = None
    members: bool = False


_TOP = frozenset({Kind.WORKING_COMMITTEE, Kind.LEADING_GROUP})
_COMMITTEES = frozenset({Kind.COMMITTEE, Kind.TEMPORARY_COMMITTEE})
_GENERAL_BRANCHES = frozenset({Kind.GENERAL_BRANCH, Kind.TEMPORARY_GENERAL_BRANCH})
_BRANCHES = frozenset(
    {Kind.BRANCH, Kind.JOINT_BRANCH, Kind.TEMPORARY_BRANCH, Kind.TEMPORARY_JOINT_BRANCH}
)
_OVER_GENERAL_BRANCH = _TOP | _COMMITTEES
_OVER_BRANCH = _OVER_GENERAL_BRANCH | _GENERAL_BRANCHES


def _general_branch(code: str, zh: str, en: str, years: int | None) -> KindRule:
    return KindRule(code, zh, en, Family.COMMITTEE, _OVER_GENERAL_BRANCH, years)


def _committee(code: str, zh: str, en: str, years: int | None) -> KindRule:
    return KindRule(code, zh, en, Family.COMMITTEE, _TOP | _COMMITTEES, years)


def _branch(code: str, zh: str, en: str, years: int | None) -> KindRule:
    return KindRule(code, zh, en, Family.BRANCH, _OVER_BRANCH, years, members=True)


KINDS: Mapping[Kind, KindRule] = MappingProxyType(
    {
        Kind.WORKING_COMMITTEE: KindRule(
            None, "机关工委", "working committee",
            Family.WORKING_COMMITTEE, frozenset({Kind.WORKING_COMMITTEE}),
        ),
        Kind.LEADING_GROUP: KindRule(
            "612", "党组", "leading party group",
            Family.LEADING_GROUP, frozenset({Kind.WORKING_COMMITTEE}),
        ),
        Kind.COMMITTEE: _committee("611", "机关党委", "committee", 5),
        Kind.GENERAL_BRANCH: _general_branch("621", "党总支", "general branch", 3),
        Kind.BRANCH: _branch("631", "党支部", "branch", 3),
        Kind.JOINT_BRANCH: _branch("632", "联合党支部", "joint branch", 3),
        Kind.GROUP: KindRule("641", "党小组", "group", Family.GROUP, _BRANCHES),
        Kind.TEMPORARY_COMMITTEE: _committee("911", "临时党委", "temporary committee", None),
        Kind.TEMPORARY_GENERAL_BRANCH: _general_branch(
            "921", "临时党总支", "temporary general branch", None
        ),
        Kind.TEMPORARY_BRANCH: _branch("931", "临时党支部", "temporary branch", None),
        Kind.TEMPORARY_JOINT_BRANCH: _branch(
            "932", "临时联合党支部", "temporary joint branch", None
        ),
    }
)  # fmt: skip
"""Every kind, in the order in which lists show them."""


def may_stand_under(kind: Kind, parent: Kind) -> bool:
    """Whether an organisation of `kind` may be led by one of kind `parent`."""
    return parent in KINDS[kind].under


def may_merge(kind: Kind, into: Kind) -> bool:
    """Whether an organisation of `kind` may dissolve into one of kind `into`."""
    return KINDS[kind].family is KINDS[into].family
