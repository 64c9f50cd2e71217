"""How facets, findings and groups are called."""

from gongwei.secretaries.inspections.models import Facet, Finding, InterviewGroup

FACETS: dict[Facet, tuple[str, str]] = {
    Facet.INTEGRITY: ("德", "integrity"),
    Facet.ABILITY: ("能", "ability"),
    Facet.DILIGENCE: ("勤", "diligence"),
    Facet.ACHIEVEMENT: ("绩", "achievement"),
    Facet.PROBITY: ("廉", "probity"),
}
FINDINGS: dict[Finding, tuple[str, str]] = {
    Finding.SUITABLE: ("合适", "suitable"),
    Finding.UNSUITABLE: ("不合适", "unsuitable"),
    Finding.DEFERRED: ("暂缓", "deferred"),
}
GROUPS: dict[InterviewGroup, tuple[str, str]] = {
    InterviewGroup.LEADERS: ("领导班子成员", "leaders"),
    InterviewGroup.MEMBERS: ("党员", "members"),
    InterviewGroup.MASSES: ("群众", "masses"),
}
