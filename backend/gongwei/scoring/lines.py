"""One line of an explanation."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """`step` names what was done, `value` is its outcome as a text, `group` the rater group that it
    tells of, `criterion` the question; `compares`: it tells how others did beside this one.
    """

    step: str
    zh: str
    en: str
    value: str | None
    group: str | None = None
    criterion: str | None = None
    compares: bool = False
