"""Sort keys and initials of Chinese names."""

import pytest

from gongwei.core.pinyin import pinyin_initials, pinyin_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("区财政局", "qu cai zheng ju"),
        ("吕女士", "lv nv shi"),
        ("第2党小组", "di 2 dang xiao zu"),
        ("ＡＢ组", "ab zu"),
        ("买买提·吐尔逊", "mai mai ti tu er xun"),
        ("", ""),
        ("——", ""),
    ],
)
def test_the_key_is_full_pinyin_with_blanks_between_syllables(text: str, key: str) -> None:
    assert pinyin_key(text) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("单雄信", "shan xiong xin"),
        ("曾国藩", "zeng guo fan"),
        ("仇英", "qiu ying"),
        ("尉迟恭", "yu chi gong"),
        ("尉健行", "wei jian xing"),
        ("解单", "xie dan"),
    ],
)
def test_a_surname_is_read_as_a_surname(name: str, key: str) -> None:
    assert pinyin_key(name, person=True) == key


def test_the_reading_of_surnames_does_not_touch_other_texts() -> None:
    assert pinyin_key("单位") == "dan wei"


def test_initials_keep_letters_and_digits_whole() -> None:
    assert pinyin_initials("区财政局A12组") == "qczja12z"


def test_initials_of_a_person_start_with_the_surname() -> None:
    assert pinyin_initials("曾敏", person=True) == "zm"


def test_keys_sort_names_by_syllables_not_by_letters() -> None:
    assert sorted(["方安", "范高", "法图"], key=pinyin_key) == ["法图", "范高", "方安"]
