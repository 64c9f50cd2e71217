"""An independent recount of published results from the exported file alone.

It shares nothing with the program that calculated them: its own arithmetic in exact fractions,
written from the rules of scoring, and its own writing of canonical JSON. What is withheld to
protect voters cannot be recounted, and is said.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

Node = Mapping[str, Any]


@dataclass
class Recount:
    """What was found: `differences` is empty when everything that can be recounted agrees."""

    sha256: str = ""
    totals: int = 0
    grades: int = 0
    differences: list[str] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)


@dataclass
class _Person:
    """A participant as the recount goes: `scores` by group, None for a missing one; groups that are
    withheld are not in it.
    """

    node: Node
    scores: dict[str, Fraction | None] = field(default_factory=dict)
    criteria: dict[str, list[tuple[Fraction, Fraction]]] = field(default_factory=dict)
    total: Fraction | None = None
    total_known: bool = True

    @property
    def name(self) -> str:
        return f"{self.node['name']}（{self.node['organisation']}）"


def recount_file(path: Path) -> Recount:
    """Recount an exported file. ValueError when it is none."""
    content = json.loads(path.read_text(encoding="utf-8"))
    document = content.get("document") if isinstance(content, dict) else None
    if not isinstance(document, dict) or document.get("format") != "gongwei.duty-results/1":
        raise ValueError("not an export of duty results")
    return recount(document, str(content.get("sha256")))


def recount(document: Node, sha256: str) -> Recount:
    """Recompute the hash, every score, every total and every proposed grade."""
    found = Recount()
    written = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    found.sha256 = hashlib.sha256(written.encode()).hexdigest()
    if found.sha256 != sha256:
        found.differences.append(f"SHA-256: {sha256} is stated, {found.sha256} is computed")
    scheme = document["scheme"]
    people = [_person(scheme, one, found) for one in document["participants"]]
    _grades(scheme, people, found)
    return found


def _person(scheme: Node, node: Node, found: Recount) -> _Person:
    person = _Person(node)
    groups = {one["key"]: one for one in scheme["groups"]}
    for part in node["groups"]:
        group = groups[part["key"]]
        if part["withheld"]:
            found.withheld.append(f"{person.name}: {group['title']}")
            continue
        score = _group_score(scheme, group, part, person)
        person.scores[group["key"]] = score
        if score != _fraction(part["score"]):
            found.differences.append(
                f"{person.name}: {group['title']} is {part['score']}, recounted {score}"
            )
    _total(scheme, person, found)
    return person


def _fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _group_score(scheme: Node, group: Node, part: Node, person: _Person) -> Fraction | None:
    """Rules 1 and 2, or the record of tasks."""
    record = part["record"]
    if record is not None:
        if record["due"] == 0:
            return None
        done = Fraction(record["in_time"]) + Fraction(record["late"]) / 2
        return done * 100 / int(record["due"])
    scores = sorted(_sheet(scheme, sheet) for sheet in part["sheets"] if sheet)
    if len(scores) < group["minimum"]:
        return None
    _note_criteria(scheme, group, part["sheets"], person)
    if group["aggregate"] == "median":
        low, high = scores[(len(scores) - 1) // 2], scores[len(scores) // 2]
        return (low + high) / 2
    cut = int(Fraction(group["trim"]) * len(scores)) if group["aggregate"] == "trimmed" else 0
    kept = scores[cut : len(scores) - cut]
    return sum(kept, Fraction(0)) / len(kept)


def _sheet(scheme: Node, sheet: Node) -> Fraction:
    top, bottom = Fraction(0), Fraction(0)
    for criterion in scheme["criteria"]:
        value = sheet.get(criterion["key"])
        if value is not None:
            weight = Fraction(criterion["weight"])
            top += weight * Fraction(value) / Fraction(criterion["max"])
            bottom += weight
    return top / bottom * 100


def _note_criteria(scheme: Node, group: Node, sheets: Sequence[Node], person: _Person) -> None:
    """The means of the criteria, by which equal totals are told apart."""
    for criterion in scheme["criteria"]:
        key = criterion["key"]
        values = [Fraction(sheet[key]) for sheet in sheets if sheet.get(key) is not None]
        if values:
            percent = sum(values, Fraction(0)) / len(values) / Fraction(criterion["max"]) * 100
            person.criteria.setdefault(key, []).append((Fraction(group["weight"]), percent))


def _total(scheme: Node, person: _Person, found: Recount) -> None:
    """Rules 3 and 4; where a group is withheld the published total is taken as it is."""
    stated, node = _fraction(person.node["total"]), person.node
    if node["total_withheld"]:
        person.total_known = False
        found.withheld.append(f"{person.name}: total")
        return
    person.total = stated
    if len(person.scores) < len(scheme["groups"]):
        found.withheld.append(f"{person.name}: the sum behind the total")
        return
    person.total = _weighted(scheme, person)
    found.totals += 1
    if person.total != stated:
        found.differences.append(f"{person.name}: total {node['total']}, recounted {person.total}")


def _weighted(scheme: Node, person: _Person) -> Fraction | None:
    pairs = [(Fraction(one["weight"]), person.scores[one["key"]]) for one in scheme["groups"]]
    missing = [one for one in pairs if one[1] is None]
    if missing and scheme["missing_group"] == "invalid":
        return None
    if scheme["missing_group"] == "renormalise":
        pairs = [one for one in pairs if one[1] is not None]
    if not pairs:
        return None
    top = sum((weight * (score or 0) for weight, score in pairs), Fraction(0))
    exact = top / sum((weight for weight, _ in pairs), Fraction(0))
    unit = Fraction(1, 10 ** scheme["places"])
    return ((exact / unit + Fraction(1, 2)) // 1) * unit


def _grades(scheme: Node, people: Sequence[_Person], found: Recount) -> None:
    """Rule 5, where all that it needs is shown: with quotas, of everybody."""
    gates = {gate["group"] for grade in scheme["grades"] for gate in grade["gates"]} - {None}
    ties = set(scheme["ties"]) if any(one["quota"] for one in scheme["grades"]) else set()
    all_groups = {one["key"] for one in scheme["groups"]}

    def is_known(one: _Person) -> bool:
        return (
            one.total_known
            and gates <= one.scores.keys()
            and (not ties or one.scores.keys() == all_groups)
        )

    unknown = [one for one in people if not is_known(one)]
    has_quotas = any(one["quota"] is not None for one in scheme["grades"])
    if unknown and has_quotas:
        found.withheld.append("all grades: a quota compares everybody, and not everybody is shown")
        return
    found.withheld += [f"{one.name}: the grade" for one in unknown]
    known = [one for one in people if one not in unknown]
    proposed = _proposed(scheme, known)
    for one in known:
        found.grades += 1
        stated = one.node["proposed_grade"]
        if proposed.get(id(one)) != stated:
            found.differences.append(
                f"{one.name}: grade {stated} proposed, recounted {proposed.get(id(one))}"
            )


def _proposed(scheme: Node, people: Sequence[_Person]) -> dict[int, str]:
    graded = [one for one in people if one.total is not None]
    waiting, given = graded, 0
    proposed: dict[int, str] = {}
    for grade, limit in zip(scheme["grades"], _limits(scheme, len(graded)), strict=True):
        fit = [one for one in waiting if _fits(grade, one)]
        chosen = fit if limit is None else _best(scheme, fit, limit - given)
        proposed |= {id(one): grade["key"] for one in chosen}
        given += len(chosen)
        waiting = [one for one in waiting if id(one) not in proposed]
    return proposed


def _fits(grade: Node, one: _Person) -> bool:
    if one.total is None or one.total < Fraction(grade["at_least"]):
        return False
    for gate in grade["gates"]:
        value = one.total if gate["group"] is None else one.scores[gate["group"]]
        if value is None or value < Fraction(gate["at_least"]):
            return False
    return True


def _limits(scheme: Node, graded: int) -> list[int | None]:
    """How many may have each grade or a better one, by largest remainder; None for no limit. Of
    equal remainders the worse grade has the seat.
    """
    shares = [Fraction(one["quota"]) if one["quota"] is not None else None
              for one in scheme["grades"]]  # fmt: skip
    caps = [
        min([one for one in shares[place:] if one is not None], default=Fraction(100))
        for place in range(len(shares))
    ]
    before = [Fraction(0), *caps]
    own = [(cap - less) * graded / 100 for less, cap in zip(before, caps, strict=False)]
    seats = [int(one) for one in own]
    rest = sorted(((own[n] - seats[n], n) for n in range(len(own))), reverse=True)
    for _, place in rest[: graded - sum(seats)]:
        seats[place] += 1
    sums = [sum(seats[: place + 1]) for place in range(len(seats))]
    return [None if cap == 100 else up_to for cap, up_to in zip(caps, sums, strict=True)]


def _best(scheme: Node, fit: list[_Person], free: int) -> list[_Person]:
    """The best that there is room for; those who are equal at the end and do not all fit in are
    all left out.
    """
    ordered = sorted(fit, key=lambda one: _rank(scheme, one), reverse=True)
    if len(ordered) <= free:
        return ordered
    last = _rank(scheme, ordered[free])
    return [one for one in ordered[:free] if _rank(scheme, one) != last]


def _rank(scheme: Node, one: _Person) -> tuple[Any, ...]:
    told: list[Any] = [one.total]
    for key in scheme["ties"]:
        value = one.scores.get(key)
        if key in one.criteria:
            weights = sum((weight for weight, _ in one.criteria[key]), Fraction(0))
            value = sum((w * p for w, p in one.criteria[key]), Fraction(0)) / weights
        told.append((value is not None, value or Fraction(0)))
    return tuple(told)
