"""A scheme: who rates with which weight, by which criteria, and how a number becomes a grade.

The same shapes are the body of a request and what is kept with a round or a review. Weights, scores
and bounds are decimal strings with at most four places.
"""

import itertools
import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from gongwei.core.schemas import In, Line, Prose

MAX_CRITERIA = 30
MAX_GROUPS = 12

DECIMAL_TEXT = r"^[0-9]{1,4}(\.[0-9]{1,4})?$"


def _written(value: object) -> object:
    """A number in JSON is a float to most readers, so decimals are sent and answered as texts."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and re.fullmatch(DECIMAL_TEXT, value, re.ASCII):
        return value
    raise PydanticCustomError("decimal_text", "Write a decimal as a text, such as 87.5")


def _as_text(value: Decimal) -> str:
    return f"{value:f}"


_AS_TEXT = (
    BeforeValidator(_written),
    PlainSerializer(_as_text, return_type=str),
    WithJsonSchema({"type": "string", "pattern": DECIMAL_TEXT, "maxLength": 9}),
)

Score = Annotated[Decimal, Field(ge=0, le=1000, decimal_places=4), *_AS_TEXT]
"""A decimal of 0 to 1,000 with at most four places, written as a string."""

Weight = Annotated[Decimal, Field(gt=0, le=1000, decimal_places=4), *_AS_TEXT]
"""A positive decimal; weights need not add up to 100, they count by their share."""

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$", max_length=40)]
"""What a part of the scheme is called in sheets and sums; stays when its title changes."""

Hint = Annotated[Prose, Field(max_length=500)]
"""How a question is meant; may be empty."""


class MissingGroup(StrEnum):
    """What a total is while a group that counts has too few sheets (scoring rule 3)."""

    INVALID = "invalid"
    RENORMALISE = "renormalise"
    ZERO = "zero"


class Aggregate(StrEnum):
    """How the sheets of a group become its score (scoring rule 2)."""

    MEAN = "mean"
    MEDIAN = "median"
    TRIMMED = "trimmed"


class GroupSource(StrEnum):
    """Where a group's score comes from: sheets that people hand in, or the record of tasks."""

    BALLOTS = "ballots"
    TASKS = "tasks"


class Level(In):
    """A word to tick in the place of a number, such as 好 = 100."""

    label: Line
    value: Score


class Criterion(In):
    """One question of a sheet: `max` is its highest value; with `levels` one of them is ticked."""

    key: Key
    title: Line
    hint: Hint = ""
    weight: Weight = Decimal(1)
    max: Weight = Decimal(100)
    required: bool = True
    levels: list[Level] = Field(default=[], max_length=10)


class RaterGroup(In):
    """Who rates: `minimum` sheets make the group count, fewer leave it missing. `criteria`: the
    keys that this group answers; all of them when empty. A group of source `tasks` has no sheets.
    """

    key: Key
    title: Line
    weight: Weight
    source: GroupSource = GroupSource.BALLOTS
    minimum: Annotated[int, Field(ge=1, le=10000)] = 5
    aggregate: Aggregate = Aggregate.MEAN
    trim: Annotated[Decimal, Field(ge=0, lt=Decimal("0.5"), decimal_places=4), *_AS_TEXT] = Decimal(
        0
    )
    """The share p of the sheets that is left out at each end of a trimmed mean."""
    criteria: list[Key] = Field(default=[], max_length=MAX_CRITERIA)


class Gate(In):
    """A grade only if: the score of `group` (the total, when left out) is at least `at_least`."""

    group: Key | None = None
    at_least: Score


class Grade(In):
    """A band from `at_least` up to the next grade's, half open. `quota`: the largest share of those
    graded, in percent, that may have this grade or a better one; no limit when left out. The lowest
    grade takes whoever is left, so it has neither quota nor gates.
    """

    key: Key
    title: Line
    at_least: Score
    quota: Annotated[Score, Field(le=100)] | None = None
    gates: list[Gate] = Field(default=[], max_length=10)


class Scheme(In):
    """The whole scheme. `grades` run from the best to the lowest, which begins at 0; `ties`: keys
    of criteria or groups, by which equal totals are told apart where a quota ends.
    """

    groups: Annotated[list[RaterGroup], Field(min_length=1, max_length=MAX_GROUPS)]
    criteria: Annotated[list[Criterion], Field(min_length=1, max_length=MAX_CRITERIA)]
    missing_group: MissingGroup = MissingGroup.INVALID
    places: Annotated[int, Field(ge=0, le=4)] = 2
    rounding: Literal["half_up"] = "half_up"
    grades: Annotated[list[Grade], Field(min_length=1, max_length=10)]
    ties: list[Key] = Field(default=[], max_length=10)

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        groups = [group.key for group in self.groups]
        criteria = [criterion.key for criterion in self.criteria]
        _once([*groups, *criteria])
        _once([grade.key for grade in self.grades])
        _known({key for group in self.groups for key in group.criteria}, criteria)
        _known({gate.group for g in self.grades for gate in g.gates if gate.group}, groups)
        _known(set(self.ties), [*criteria, *groups])
        bounds = [grade.at_least for grade in self.grades]
        if bounds[-1] != 0 or any(low >= high for high, low in itertools.pairwise(bounds)):
            raise PydanticCustomError(
                "grade_bands", "Grades run from the best to the lowest, which begins at 0"
            )
        _open_at_the_end(self.grades)
        for criterion in self.criteria:
            if any(level.value > criterion.max for level in criterion.levels):
                raise PydanticCustomError("level_above_max", "A level is above the criterion's max")
        return self

    def criteria_of(self, group: RaterGroup) -> list[Criterion]:
        """What a group answers, in the order of the scheme; nothing where tasks are its source."""
        if group.source is GroupSource.TASKS:
            return []
        return [one for one in self.criteria if not group.criteria or one.key in group.criteria]


def _open_at_the_end(grades: list[Grade]) -> None:
    if grades[-1].quota is not None or grades[-1].gates:
        raise PydanticCustomError(
            "lowest_grade", "The lowest grade takes whoever is left: no quota, no gates"
        )
    quotas = [grade.quota for grade in grades if grade.quota is not None]
    if any(better > worse for better, worse in itertools.pairwise(quotas)):
        raise PydanticCustomError(
            "quota_falls", "A quota counts the better grades too, so it cannot be smaller"
        )


def _once(keys: list[str]) -> None:
    if len(set(keys)) != len(keys):
        raise PydanticCustomError("key_twice", "A key stands twice")


def _known(named: set[str], keys: list[str]) -> None:
    if not named <= set(keys):
        raise PydanticCustomError("unknown_key", "A key names nothing of this scheme")
