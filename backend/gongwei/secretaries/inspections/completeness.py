"""What a report must hold before it is handed in."""

from decimal import Decimal

from gongwei.core.errors import FieldFault
from gongwei.secretaries.inspections.models import Facet, Inspection, InterviewGroup
from gongwei.secretaries.inspections.naming import FACETS, GROUPS
from gongwei.secretaries.inspections.problems import INSPECTION_INCOMPLETE
from gongwei.secretaries.inspections.reading import Counts

SMALLEST_TEAM = 2


def refuse_incomplete(inspection: Inspection, counts: Counts) -> None:
    """Raise `inspection_incomplete` (409), naming everything that is missing."""
    missing = [*_team(inspection), *_interviews(counts), *_facets(inspection), *_end(inspection)]
    if missing:
        raise INSPECTION_INCOMPLETE(
            errors=tuple(missing),
            count=len(missing),
            missing_zh="、".join(fault.zh for fault in missing),
            missing_en="; ".join(fault.en for fault in missing),
        )


def _team(inspection: Inspection) -> list[FieldFault]:
    found = []
    if len(inspection.team) < SMALLEST_TEAM:
        zh, en = "考察组至少两人", "a team of two or more"
        found.append(FieldFault("/team", "team_too_small", zh, en))
    if len([one for one in inspection.team if one.get("leader")]) != 1:
        zh, en = "考察组须有且只有一名组长", "exactly one leader of the team"
        found.append(FieldFault("/team", "one_leader", zh, en))
    return found


def _interviews(counts: Counts) -> list[FieldFault]:
    return [
        FieldFault(
            f"/interviews/{group}", "missing", f"与{GROUPS[group][0]}的谈话",
            f"an interview of {GROUPS[group][1]}",
        )
        for group in InterviewGroup
        if not counts.get(group)
    ]  # fmt: skip


def _facets(inspection: Inspection) -> list[FieldFault]:
    return [
        FieldFault(
            f"/facets/{facet}/score", "missing", f"“{FACETS[facet][0]}”的评分",
            f"the score of {FACETS[facet][1]}",
        )
        for facet in Facet
        if not _is_scored(inspection, facet)
    ]  # fmt: skip


def _is_scored(inspection: Inspection, facet: Facet) -> bool:
    score = inspection.facets.get(facet.value, {}).get("score")
    return score is not None and Decimal(0) <= Decimal(score) <= Decimal(100)


def _end(inspection: Inspection) -> list[FieldFault]:
    found = []
    if inspection.finding is None:
        found.append(FieldFault("/finding", "missing", "结论意见", "the finding"))
    if not inspection.conclusion:
        found.append(FieldFault("/conclusion", "missing", "考察结论", "the conclusion"))
    return found
