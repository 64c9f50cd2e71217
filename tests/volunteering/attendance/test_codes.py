"""Codes are made and read by this installation alone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.errors import Problem
from gongwei.volunteering.attendance.codes import (
    PersonalCodeSaid,
    RotatingCode,
    personal_code,
    read_personal,
    read_rotating,
    rotating_code,
    start_of_step,
    step_of,
)

SHIFT = UUID("01890a5d-ac96-774b-bcce-b302099a8057")
OURS, THEIRS = "a key of this installation, long enough", "a key of the installation next door"


@pytest.fixture(autouse=True)
def vault() -> Iterator[None]:
    configure_vault(Vault.from_key(OURS))
    yield
    configure_vault(Vault.from_key(OURS))


def refusal(code: str) -> str:
    with pytest.raises(Problem) as refused:
        read_rotating(code)
    return refused.value.code


def test_a_code_says_its_shift_and_its_step() -> None:
    code = rotating_code(SHIFT, 90_000_000)
    assert (code.count("."), len(code)) == (3, 57)
    assert read_rotating(code) == RotatingCode(SHIFT, 90_000_000)
    assert read_rotating(f"https://host/m/#c={code}") == RotatingCode(SHIFT, 90_000_000)
    assert read_rotating(f" {code}\n") == RotatingCode(SHIFT, 90_000_000)


def test_a_personal_code_says_its_person_and_its_number() -> None:
    assert read_personal(personal_code(SHIFT, 3)) == PersonalCodeSaid(SHIFT, 3)


def test_a_step_is_twenty_seconds_of_the_servers_clock() -> None:
    moment = datetime(2026, 11, 28, 1, 0, 19, 999_999, tzinfo=UTC)
    assert start_of_step(step_of(moment)) == datetime(2026, 11, 28, 1, 0, tzinfo=UTC)


def test_no_two_codes_are_the_same() -> None:
    codes = {rotating_code(SHIFT, step).rsplit(".", 1)[1] for step in range(500)}
    assert len(codes | {personal_code(SHIFT, 1).rsplit(".", 1)[1]}) == 501


def test_a_code_of_another_installation_is_unknown() -> None:
    configure_vault(Vault.from_key(THEIRS))
    foreign = rotating_code(SHIFT, 1)
    configure_vault(Vault.from_key(OURS))
    assert refusal(foreign) == "code_unknown"


def test_a_code_with_another_step_or_shift_is_unknown() -> None:
    kind, shift, step, mac = rotating_code(SHIFT, 1000).split(".")
    assert refusal(f"{kind}.{shift}.{int(step) + 1}.{mac}") == "code_unknown"
    other = rotating_code(UUID(int=1), 1000).split(".")[1]
    assert refusal(f"{kind}.{other}.{step}.{mac}") == "code_unknown"
