"""Results as answers show them, and what this caller may do with one."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongwei.access.actor import Actor
from gongwei.duty_reports.results.models import DutyResult, DutyResultState
from gongwei.duty_reports.results.schemas import DutyResultOut
from gongwei.duty_reports.results.suppression import shown_groups, shown_total
from gongwei.duty_reports.results.workflow import DUTY_RESULT, DutyResultAction
from gongwei.duty_reports.rounds.models import DutyRound, DutyRoundState
from gongwei.scoring.schemes import Scheme

A = DutyResultAction
BY_DECISION = (A.DECIDE, A.DIFFER)
"""Acts of `/decision`, which a caller sees as one: `decide`."""
BY_ANOTHER = (A.CONFIRM, A.REFUSE)
"""Acts of a second person."""
PLACES = 2
"""The least of a round without a scheme: one that was imported."""


@dataclass(frozen=True)
class ResultLine:
    """A result with its place in the meeting and the names around it."""

    result: DutyResult
    position: int
    name: str
    organisation_name: str


def places_of(round_: DutyRound) -> int:
    """Places to which the round's scores are rounded."""
    return Scheme.model_validate(round_.scheme).places if round_.scheme else PLACES


def grade_title(round_: DutyRound, key: str | None) -> str | None:
    """What a grade is called; an imported one is its own title."""
    if key is None or not round_.scheme:
        return key
    grades = Scheme.model_validate(round_.scheme).grades
    return next((one.title for one in grades if one.key == key), key)


def allowed_actions(actor: Actor, round_: DutyRound, result: DutyResult) -> list[str]:
    """What this caller may do with the result now: grades are decided between calculation and
    publication, never one's own, and confirmed by another than who decided.
    """
    is_current = result.revision == round_.revision
    own = actor.person_id is not None and actor.person_id == result.person_id
    if own or not is_current or round_.state is not DutyRoundState.CALCULATED:
        return []
    found = DUTY_RESULT.allowed(result.state, actor.permissions)
    decides = any(one in found for one in BY_DECISION)
    others = [one for one in found if one not in (*BY_DECISION, A.PUBLISH)]
    if result.decided_by == actor.user_id:
        others = [one for one in others if one not in BY_ANOTHER]
    return ["decide", *others] if decides else others


def results_out(
    actor: Actor, round_: DutyRound, lines: Sequence[ResultLine]
) -> list[DutyResultOut]:
    """The rows as an organiser sees them."""
    places = places_of(round_)
    shown = set(DutyResultOut.model_fields) - {"total", "groups"}
    return [
        DutyResultOut(
            **line.result.model_dump(include=shown),
            allowed_actions=allowed_actions(actor, round_, line.result),
            position=line.position,
            name=line.name,
            organisation_name=line.organisation_name,
            total=shown_total(line.result, places),
            groups=shown_groups(line.result, places),
            proposed_grade_title=grade_title(round_, line.result.proposed_grade),
            decided_grade_title=grade_title(round_, line.result.decided_grade),
        )
        for line in lines
    ]


def is_published(result: DutyResult) -> bool:
    return result.state is DutyResultState.PUBLISHED
