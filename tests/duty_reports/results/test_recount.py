"""The recount needs the exported file alone, agrees with the program, finds what was changed."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from duty_reports.appraised import FINE, SCHEME, Appraised
from gongwei.cli import app
from gongwei.commands.recount import Recount, recount
from gongwei.core import clock
from gongwei.duty_reports.results.calculating import result_values
from gongwei.duty_reports.results.models import DutyResult
from gongwei.duty_reports.results.presentation import ResultLine
from gongwei.duty_reports.results.publishing import document_of
from gongwei.duty_reports.results.records import TaskRecord
from gongwei.duty_reports.rounds.models import Direction, DutyRound
from gongwei.scoring.canonical import canonical, sha256_of
from gongwei.scoring.engine import score_round
from gongwei.scoring.schemes import Scheme

Node = dict[str, Any]


async def exported(appraised: Appraised, folder: Path) -> Path:
    path = f"duty-rounds/{appraised.round_.id}/export"
    answer = await appraised.send("officer", "GET", path)
    file = folder / "export.json"
    file.write_bytes(answer.content)
    return file


def run(file: Path) -> tuple[int, str]:
    outcome = CliRunner().invoke(app, ["duty", "recount", str(file)])
    return outcome.exit_code, outcome.output


async def test_a_published_result_is_recounted_from_its_file(
    appraised: Appraised, tmp_path: Path
) -> None:
    await appraised.calculated(FINE)
    await appraised.published()
    code, said = run(await exported(appraised, tmp_path))
    assert (code, said.splitlines()[1:]) == (
        0, ["recounted: 2 totals, 2 grades", "everything that is shown agrees"],
    )  # fmt: skip


async def test_what_is_withheld_is_said(appraised: Appraised, tmp_path: Path) -> None:
    await appraised.votes("leaders", [90] * 4)
    await appraised.calculated({"fellows": 84, "masses": "88.5"})
    await appraised.published()
    code, said = run(await exported(appraised, tmp_path))
    assert code == 0
    assert "withheld, not recounted: 张三（中共区财政局总支部委员会）: 领导班子" in said
    assert "recounted: 0 totals, 2 grades" in said


CHANGES: dict[str, Any] = {
    "a total": lambda person: person.update(total="87.61"),
    "a grade": lambda person: person.update(proposed_grade="good"),
    "a group's score": lambda person: person["groups"][0].update(score="91"),
    "a sheet": lambda person: person["groups"][0]["sheets"][0].update(overall="89"),
}


@pytest.mark.parametrize("what", CHANGES)
async def test_whatever_is_changed_is_found(
    appraised: Appraised, tmp_path: Path, what: str
) -> None:
    await appraised.calculated(FINE)
    await appraised.published()
    file = await exported(appraised, tmp_path)
    content = json.loads(file.read_text(encoding="utf-8"))
    CHANGES[what](content["document"]["participants"][0])
    file.write_text(json.dumps(content), encoding="utf-8")
    code, said = run(file)
    assert (code, "DIFFERS: SHA-256" in said) == (1, True)
    content["sha256"] = sha256_of(canonical(content["document"]))
    file.write_text(json.dumps(content), encoding="utf-8")
    code, said = run(file)
    assert (code, "DIFFERS: SHA-256" in said, "DIFFERS: 张三" in said) == (1, False, True)


def test_a_file_that_is_no_export_is_refused(tmp_path: Path) -> None:
    for text in ("{", "[]", '{"document": {}}', '{"document": {"format": "other"}}'):
        file = tmp_path / "other.json"
        file.write_text(text, encoding="utf-8")
        assert run(file) == (1, "other.json is no export of duty results\n")


WEIGHTS = st.integers(1, 50).map(str)
QUOTAS = st.one_of(st.none(), st.integers(10, 100).map(str))


@st.composite
def schemes(draw: st.DrawFn) -> Node:
    scheme = json.loads(json.dumps(SCHEME))
    for group in scheme["groups"]:
        group |= {
            "weight": draw(WEIGHTS), "minimum": draw(st.integers(1, 6)),
            "aggregate": draw(st.sampled_from(["mean", "median", "trimmed"])),
            "trim": draw(st.sampled_from(["0", "0.1", "0.25", "0.4"])),
        }  # fmt: skip
    scheme["groups"].append({"key": "record", "title": "日常", "weight": draw(WEIGHTS),
                             "source": "tasks"})  # fmt: skip
    scheme["criteria"].append({"key": "style", "title": "作风", "max": "10", "required": False,
                               "weight": draw(WEIGHTS)})  # fmt: skip
    first, second = draw(QUOTAS), draw(QUOTAS)
    if first and second and int(first) > int(second):
        first, second = second, first
    scheme["grades"][0]["quota"], scheme["grades"][1]["quota"] = first, second
    if draw(st.booleans()):
        scheme["grades"][0]["gates"] = [{"group": "masses", "at_least": "80"}]
    scheme["missing_group"] = draw(st.sampled_from(["invalid", "renormalise", "zero"]))
    scheme["places"] = draw(st.integers(0, 4))
    scheme["ties"] = draw(st.sampled_from([[], ["style"], ["masses", "overall"]]))
    return Scheme.model_validate(scheme).model_dump(mode="json")


SHEETS = st.lists(
    st.fixed_dictionaries(
        {"overall": st.integers(70, 100).map(str)}, optional={"style": st.integers(5, 10).map(str)}
    ),
    max_size=9,
)
RECORDS = st.builds(
    lambda in_time, late, owed: TaskRecord(in_time, late, in_time + late + owed),
    st.integers(0, 9), st.integers(0, 3), st.integers(0, 3),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(schemes(), st.lists(st.tuples(SHEETS, SHEETS, SHEETS, RECORDS), min_size=1, max_size=12))
def test_the_recount_agrees_with_the_program_on_any_round(scheme: Node, people: list[Any]) -> None:
    round_ = DutyRound(
        id=uuid4(), organisation_id=uuid4(), year=2025, direction=Direction.UPWARD, title="轮次",
        as_of=clock.today(), report_due_on=clock.today(), scheme=scheme, report_sections=[],
    )  # fmt: skip
    keys = [uuid4() for _ in people]
    sheets = {
        key: dict(zip(("leaders", "fellows", "masses"), person[:3], strict=True))
        for key, person in zip(keys, people, strict=True)
    }
    records = {key: person[3] for key, person in zip(keys, people, strict=True)}
    scored = score_round(
        Scheme.model_validate(scheme), sheets, {key: one.score for key, one in records.items()}
    )
    lines = [
        ResultLine(_result(key, result_values(scored, key, records[key], [])), 1, "某人", "某支部")
        for key in keys
    ]
    document = document_of(round_, "工委", lines, sheets)
    found = recount(document, sha256_of(canonical(document)))
    assert found.differences == []
    assert_counted(found, lines)


def _result(key: UUID, values: Node) -> DutyResult:
    return DutyResult(
        organisation_id=uuid4(), round_id=uuid4(), participant_id=key, person_id=uuid4(),
        revision=1, **values,
    )  # fmt: skip


def assert_counted(found: Recount, lines: list[ResultLine]) -> None:
    """Every total whose groups are all shown was recounted."""
    whole = [
        one.result
        for one in lines
        if not one.result.total_withheld and not any(g["withheld"] for g in one.result.groups)
    ]
    assert found.totals == len(whole)
    assert all(Fraction(one.total) >= 0 for one in whole if one.total is not None)
