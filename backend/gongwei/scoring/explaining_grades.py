"""Why a grade was proposed: bands, gates, quotas and ties, in words and numbers."""

from collections.abc import Sequence
from fractions import Fraction

from gongwei.scoring.engine import K, ScoredParticipant, ScoredRound
from gongwei.scoring.grading import Compared, Considered, Seats
from gongwei.scoring.lines import Line
from gongwei.scoring.numerals import written
from gongwei.scoring.schemes import Gate, Grade, Scheme


def grade_lines(scored: ScoredRound[K], one: ScoredParticipant[K]) -> list[Line]:
    """One line for each grade that was weighed, from the best to the one that is proposed."""
    scheme = scored.scheme
    lines = []
    for grade, seats, step in zip(scheme.grades, scored.seats, one.considered, strict=False):
        if seats.limited and step.fits is not None:
            lines.append(_seats(grade, seats, scored.graded))
        lines.append(_step(scheme, grade, step))
        if step.compared:
            lines.append(_ties(scheme, grade, one, step.compared))
    if one.grade is not None:
        title = scheme.grades[len(one.considered) - 1].title
        lines.append(Line("grade", f"建议等次：{title}", f"Proposed grade: {title}", one.grade))
    return lines


def _seats(grade: Grade, seats: Seats, graded: int) -> Line:
    share, exact = written(seats.share), written(seats.exact)
    return Line(
        "quota",
        f"“{grade.title}”名额：{graded} 人 × {share}% = {exact}，按最大余数法得 {seats.own} 个；"
        f"连同更高等次共 {seats.up_to} 个",
        f"Seats of “{grade.title}”: {graded} × {share}% = {exact}, by largest remainder "
        f"{seats.own}; {seats.up_to} with the better grades",
        str(seats.up_to),
    )  # fmt: skip


def _step(scheme: Scheme, grade: Grade, step: Considered) -> Line:
    bound = written(Fraction(grade.at_least))
    zh, en = f"“{grade.title}”：须达到 {bound} 分，", f"“{grade.title}” from {bound}: "
    if not step.in_band:
        zh, en = f"{zh}未达到", f"{en}not reached"
    elif step.failed_gates:
        named = [_gate(scheme, gate) for gate in step.failed_gates]
        zh += f"已达到；但{'、'.join(one[0] for one in named)}，不评此等次"
        en += f"reached, but {', '.join(one[1] for one in named)}: not given"
    elif step.fits is None:
        zh, en = f"{zh}已达到", f"{en}reached"
    else:
        zh, en = _rivalry(zh, en, step)
    given = grade.key if step.given else None
    return Line("band", zh, en, given, compares=step.fits is not None)


def _gate(scheme: Scheme, gate: Gate) -> tuple[str, str]:
    bound = written(Fraction(gate.at_least))
    if gate.group is None:
        return f"总分未达到 {bound} 分", f"the total is below {bound}"
    title = next(group.title for group in scheme.groups if group.key == gate.group)
    return f"{title}得分未达到 {bound} 分", f"the score of {title} is below {bound}"


def _rivalry(zh: str, en: str, step: Considered) -> tuple[str, str]:
    zh += (
        f"已达到；剩余名额 {step.free} 个，符合条件 {step.rivals} 人，其中 {step.better} 人排在前面"
    )
    en += f"reached; {step.free} seats for {step.rivals}, {step.better} of them ahead"
    if step.fits:
        return f"{zh}，在名额之内", f"{en}: within them"
    if step.tied > 1 and step.better < step.free:
        zh += f"；与另外 {step.tied - 1} 人并列且名额不够，并列者一同评下一等次"
        en += f"; level with {step.tied - 1} more than fit, all of whom get the next grade"
        return zh, en
    return f"{zh}，名额已满", f"{en}: none is left"


def _ties(
    scheme: Scheme, grade: Grade, one: ScoredParticipant[K], compared: Sequence[Compared]
) -> Line:
    """Why somebody stands before or behind others with an equal total: the listed criteria and
    groups in their order, as far as it took, with the own value and how the others compare.
    """
    first = compared[0]
    others = first.ahead + first.behind + first.level
    told = [_compared(scheme, step) for step in compared]
    return Line(
        "tie",
        f"“{grade.title}”同分排序：另有 {others} 人总分同为 {one.total}，依次比较："
        + "；".join(zh for zh, _ in told),
        f"“{grade.title}”, equal totals: {others} more with {one.total}, compared in order: "
        + "; ".join(en for _, en in told),
        None,
        compares=True,
    )


def _compared(scheme: Scheme, step: Compared) -> tuple[str, str]:
    """A criterion as percent of its highest value, a group by its score."""
    criteria = {part.key: part.title for part in scheme.criteria}
    groups = {part.key: part.title for part in scheme.groups}
    title, percent = (criteria | groups)[step.key], "%" if step.key in criteria else ""
    if step.value is None:
        zh, en = f"“{title}”本人没有得分", f"“{title}” own score missing"
    else:
        value = written(step.value)
        zh, en = f"“{title}”本人 {value}{percent}", f"“{title}” own {value}{percent}"
    zh += f"，{step.ahead} 人更高、{step.behind} 人更低、{step.level} 人相同"
    en += f", {step.ahead} higher, {step.behind} lower, {step.level} the same"
    return zh, en
