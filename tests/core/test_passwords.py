"""Passwords: hashed with Argon2id a few at a time, answered evenly, and fit for their profile."""

import asyncio
import re
import statistics
import threading
import time

import pytest

from gongwei.core import passwords
from gongwei.core.passwords import (
    CONTEXT_WORDS,
    PasswordProfile,
    check_password_strength,
    hash_password,
    verify_password,
)

PASSWORD = "心之所向 素履以往 7!"


def parameters(stored: str) -> tuple[str, ...]:
    found = re.fullmatch(r"\$(argon2id)\$v=(19)\$(m=65536,t=3,p=4)\$(.+)\$(.+)", stored)
    assert found is not None
    return (*found.groups()[:3], str(len(found[4])), str(len(found[5])))


def test_a_password_belongs_to_its_hash_and_no_other_does() -> None:
    async def answers() -> list[bool]:
        stored = await hash_password(PASSWORD)
        tries = [PASSWORD, PASSWORD + " ", PASSWORD.replace("!", "！"), "", PASSWORD[:-1]]
        return [await verify_password(text, stored) for text in tries]

    assert asyncio.run(answers()) == [True, False, False, False, False]


def test_a_password_is_never_cut_or_folded() -> None:
    long = "Ä" * 127

    async def answers() -> list[bool]:
        stored = await hash_password(long + "a")
        return [await verify_password(long + last, stored) for last in ("a", "b", "A", "")]

    assert asyncio.run(answers()) == [True, False, False, False]


def test_equal_passwords_have_different_hashes_of_the_documented_strength() -> None:
    async def twice() -> tuple[str, str]:
        return await hash_password(PASSWORD), await hash_password(PASSWORD)

    first, second = asyncio.run(twice())
    assert first != second
    assert (
        parameters(first) == parameters(second) == ("argon2id", "19", "m=65536,t=3,p=4", "22", "43")
    )


@pytest.mark.parametrize("text", ["x" * 129, "\ud800" * 8])
def test_what_no_password_can_be_is_not_hashed(text: str) -> None:
    with pytest.raises(ValueError, match="too long or not valid text"):
        asyncio.run(hash_password(text))


@pytest.mark.parametrize("text", [PASSWORD, "", "x" * 129, "x" * 1_000_000, "\ud800"])
@pytest.mark.parametrize("stored", [None, "", "!", "$argon2id$broken", "$2b$12$abc"])
def test_without_a_usable_hash_every_password_is_wrong(text: str, stored: str | None) -> None:
    assert asyncio.run(verify_password(text, stored)) is False


def test_over_long_or_invalid_text_is_wrong_for_a_real_hash_too() -> None:
    async def answers() -> list[bool]:
        stored = await hash_password("")
        return [await verify_password(text, stored) for text in ("", "x" * 129, "\ud800")]

    assert asyncio.run(answers()) == [True, False, False]


def test_an_unknown_account_costs_the_same_work_as_a_known_one() -> None:
    stored = asyncio.run(hash_password(PASSWORD))
    assert parameters(passwords._DUMMY_HASH) == parameters(stored)

    def median_seconds(stored: str | None, text: str) -> float:
        spent = []
        for _ in range(5):
            # The lanes of one hash run on threads of their own, so the whole process is measured.
            begun = time.process_time()
            passwords._verify(text, stored)
            spent.append(time.process_time() - begun)
        return statistics.median(spent)

    known = median_seconds(stored, "wrong")
    for unknown in (
        median_seconds(None, "wrong"),
        median_seconds("!", "x"),
        median_seconds(stored, "x" * 129),
    ):
        assert unknown > known / 2


def test_at_most_four_hashes_are_computed_at_once() -> None:
    async def busy_threads() -> tuple[int, list[bool]]:
        tasks = [asyncio.create_task(verify_password("x", None)) for _ in range(12)]
        await asyncio.sleep(0.05)
        names = [thread.name for thread in threading.enumerate()]
        return sum(name.startswith("argon2") for name in names), await asyncio.gather(*tasks)

    assert asyncio.run(busy_threads()) == (4, [False] * 12)


def test_the_event_loop_goes_on_while_a_hash_is_computed() -> None:
    async def turns_meanwhile() -> int:
        task, turns = asyncio.create_task(hash_password(PASSWORD)), 0
        while not task.done():
            await asyncio.sleep(0)
            turns += 1
        return turns

    assert asyncio.run(turns_meanwhile()) > 10


@pytest.mark.parametrize("profile", ["asvs", "dengbao"])
@pytest.mark.parametrize(
    "text", ["Tr9vu-molen-Kad", "正确的马 Battery 9", "x7!Kd92q", "Xy1" + "长句" * 62 + "!"]
)
def test_a_good_password_has_no_faults(text: str, profile: PasswordProfile) -> None:
    assert check_password_strength(text, "li.ming", profile) == []


@pytest.mark.parametrize("profile", ["asvs", "dengbao"])
@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Tr9-vuK", ["too_short"]),
        ("Tr9-vuKa", []),
        ("Tr9-" * 32, []),
        ("Tr9-" * 32 + "x", ["too_long"]),
        ("Tr9-vuKa\ud800", ["invalid_text"]),
    ],
)
def test_length_is_counted_in_characters(
    text: str, faults: list[str], profile: PasswordProfile
) -> None:
    assert check_password_strength(text, "li.ming", profile) == faults


@pytest.mark.parametrize(
    "text",
    [
        "12345678", "87654321", "0123456789", "1234567890", "password", "Password123!",
        "P@ssw0rd", "p@$$w0rd!", "ｐａｓｓｗｏｒｄ１", "Admin@123456", "a123456789",
        "admin123admin123", "qq123456", "Abc@12345", "abcdefgh", "qwertyuiop", "QWERTY123!",
        "1qaz2wsx", "!qaz2wsx", "asdfghjkl", "aaaaaaaa", "00000000a", "12121212", "woaini1314",
        "5201314520", "iloveyou!", "20231225", "19491001", "Gongwei2026!", "dangyuan123",
        "书记123456", "Changeme!!", "11223344", "1q2w3e4r", "wang198203041",
    ],
)  # fmt: skip
def test_common_passwords_are_refused_however_they_are_dressed(text: str) -> None:
    assert check_password_strength(text, "someone", "asvs") == ["too_common"]


def test_the_context_words_alone_make_no_password() -> None:
    dressed = {word: f"{word.capitalize()}@2026#88" for word in CONTEXT_WORDS}
    assert {
        word: check_password_strength(text, "someone", "dengbao")[:1]
        for word, text in dressed.items()
    } == {word: ["too_common"] for word in CONTEXT_WORDS}


@pytest.mark.parametrize("text", ["correct horse battery", "password staple moon", "8#2q9!4471"])
def test_common_words_are_allowed_within_a_longer_phrase(text: str) -> None:
    assert check_password_strength(text, "someone", "asvs") == []


@pytest.mark.parametrize("profile", ["asvs", "dengbao"])
@pytest.mark.parametrize(
    ("text", "username", "faults"),
    [
        ("Xk9-zhaolei-77", "zhaolei", ["contains_username"]),
        ("Xk9-ZHAOLEI-77", "ZhaoLei", ["contains_username"]),
        ("Xk9-ｚｈａｏｌｅｉ-77", "zhaolei", ["contains_username"]),
        ("Xk9-赵磊-7788", "赵磊", ["contains_username"]),
        ("Xk9-zhaole1-77", "zhaolei", []),
        ("Xk9-zhao-7788", "zh", []),
        ("Xk9-zhao-7788", "", []),
    ],
)
def test_the_user_name_may_not_stand_in_the_password(
    text: str, username: str, faults: list[str], profile: PasswordProfile
) -> None:
    assert check_password_strength(text, username, profile) == faults


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("molenvu kad", False),
        ("molenvukadr", False),
        ("MOLENVUKAD7", False),
        ("molenvukad7", False),
        ("Molenvukadr", False),
        ("Molenvukad7", True),
        ("molenvu-kad7", True),
        ("MOLENVU KAD7", True),
        ("Molenvu-kadr", True),
        ("Molen月光kadr", True),
        ("月光下的凤尾竹林", False),
    ],
)
def test_only_dengbao_asks_for_three_kinds_of_characters(text: str, enough: bool) -> None:
    expected = [] if enough else ["too_few_character_classes"]
    assert check_password_strength(text, "someone", "dengbao") == expected
    assert check_password_strength(text, "someone", "asvs") == []


def test_faults_come_together_in_one_order() -> None:
    assert check_password_strength("admin", "admin", "dengbao") == [
        "too_short",
        "too_common",
        "contains_username",
        "too_few_character_classes",
    ]


def test_strength_is_checked_quickly_however_long_the_text() -> None:
    begun = time.process_time()
    for text in ("a" * 1_000_000, "!" * 128, "1!" * 64, "a0" * 64, "123456" * 21):
        check_password_strength(text, "someone", "dengbao")
    assert time.process_time() - begun < 1
