"""Schemes and sheets, as the tests of scoring say them."""

from typing import Any

from gongwei.scoring.engine import ScoredRound, score_round
from gongwei.scoring.schemes import Scheme
from gongwei.scoring.sheets import Sheet

GROUPS = (("leaders", "30"), ("fellows", "30"), ("masses", "40"))


def scheme(**values: Any) -> Scheme:
    """Three groups of weight 30, 30, 40 with one question, unless said otherwise."""
    given: dict[str, Any] = {
        "groups": [
            {"key": key, "title": key, "weight": weight, "minimum": 1} for key, weight in GROUPS
        ],
        "criteria": [{"key": "overall", "title": "总体评价"}],
        "grades": [{"key": "any", "title": "不分等", "at_least": "0"}],
    }
    return Scheme.model_validate(given | values)


def grade(key: str, at_least: str, **more: Any) -> dict[str, Any]:
    return {"key": key, "title": key, "at_least": at_least, **more}


def sheets_of(**scores: str | list[str]) -> dict[str, list[Sheet]]:
    """By group: one sheet a score."""
    return {
        key: [{"overall": one} for one in ([given] if isinstance(given, str) else given)]
        for key, given in scores.items()
    }


def totals(scored: ScoredRound[Any]) -> dict[Any, str | None]:
    return {
        key: None if one.total is None else str(one.total)
        for key, one in scored.participants.items()
    }


def ranked(chosen: Scheme, *scores: str) -> ScoredRound[int]:
    """Participants 0, 1, 2 … to whom every group gives the same score."""
    keys = [group.key for group in chosen.groups]
    sheets = {
        number: sheets_of(**dict.fromkeys(keys, score)) for number, score in enumerate(scores)
    }
    return score_round(chosen, sheets, {})


def grades(scored: ScoredRound[Any]) -> list[str | None]:
    return [one.grade for one in scored.participants.values()]
