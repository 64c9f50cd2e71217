"""A missing or weak setting stops the start with its name, and never shows a value."""

import pytest

from gongwei.core.config import SettingsRefused, load_settings

GOOD = {"token_key": "t" * 40, "data_key": "d" * 40}

REFUSED = [
    ({}, "token_key", None, "GONGWEI_TOKEN_KEY: is missing"),
    ({}, "data_key", None, "GONGWEI_DATA_KEY: is missing"),
    ({}, "token_key", "short-secret", "GONGWEI_TOKEN_KEY: the token key is shorter than 32 bytes"),
    ({}, "data_key", "short-secret", "GONGWEI_DATA_KEY: the data key is shorter than 32 bytes"),
    (
        {},
        "previous_token_key",
        "short-secret",
        "GONGWEI_PREVIOUS_TOKEN_KEY: the token key is shorter than 32 bytes",
    ),
    ({}, "database_url", "mysql://short-secret", "DATABASE_URL: must be a postgresql:// address"),
    (
        {},
        "time_zone",
        "short-secret",
        "GONGWEI_TIME_ZONE: must be a time zone name such as Asia/Shanghai",
    ),
    ({}, "static_dir", "/short-secret", "GONGWEI_STATIC_DIR: is no folder"),
    (
        {"demo": True},
        "host",
        "0.0.0.0",
        "GONGWEI_HOST: a demonstration binds to a loopback address only",
    ),
]


@pytest.mark.parametrize(("others", "name", "value", "line"), REFUSED)
def test_a_bad_setting_is_refused_by_name(
    others: dict[str, object], name: str, value: str | None, line: str
) -> None:
    given = {**GOOD, **others, name: value}
    if value is None:
        del given[name]
    with pytest.raises(SettingsRefused) as refused:
        load_settings(**given)
    assert str(refused.value) == line
    assert value is None or value == "0.0.0.0" or value not in str(refused.value)


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGWEI_PORT", "8123")
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody@db/gongwei")
    settings = load_settings(**GOOD)
    assert settings.port == 8123
    assert settings.database_url == "postgresql+asyncpg://somebody@db/gongwei"
