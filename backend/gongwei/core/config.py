"""Settings: environment variables with the prefix GONGWEI_, and DATABASE_URL. A wrong one stops the
start.
"""

from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AliasChoices, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from gongwei.core.crypto import Vault
from gongwei.core.tokens import TokenKeys

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "::1", "localhost"})


class SettingsRefused(Exception):
    """A setting is missing or unusable; the message names settings and never shows a value."""


class Settings(BaseSettings):
    """Everything that an operator may set. Durations are seconds, sizes bytes."""

    model_config = SettingsConfigDict(
        env_prefix="GONGWEI_", extra="ignore", hide_input_in_errors=True
    )

    data_dir: Path = Path("var")
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8000
    database_url: Annotated[
        str | None,
        Field(default=None, validation_alias=AliasChoices("DATABASE_URL", "database_url")),
    ] = None
    database_role: Annotated[str, Field(pattern=r"^[a-z_][a-z0-9_]{0,62}$")] = "gongwei_app"
    pool_size: Annotated[int, Field(ge=2, le=200)] = 20
    token_key: str
    previous_token_key: str | None = None
    data_key: str
    crypto: Literal["aes", "gm"] = "aes"
    password_profile: Literal["asvs", "dengbao"] = "asvs"  # noqa: S105  the name of a rule
    time_zone: str = "Asia/Shanghai"
    trusted_proxies: str = ""
    demo: bool = False
    require_otp: bool = True
    static_dir: Path | None = None
    worker: bool = True
    workers: Annotated[int, Field(ge=1, le=32)] = 1

    @field_validator("database_url")
    @classmethod
    def _asyncpg_url(cls, value: str | None) -> str | None:
        if value is None or value == "":
            return None
        for prefix in ("postgresql+asyncpg://", "postgresql://", "postgres://"):
            if value.startswith(prefix):
                return "postgresql+asyncpg://" + value.removeprefix(prefix)
        raise ValueError("must be a postgresql:// address")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("must be a time zone name such as Asia/Shanghai") from error
        return value

    @field_validator("token_key")
    @classmethod
    def _strong_token_key(cls, value: str) -> str:
        TokenKeys.of(value)
        return value

    @field_validator("previous_token_key")
    @classmethod
    def _strong_previous_key(cls, value: str | None) -> str | None:
        if not value:
            return None
        TokenKeys.of(value)
        return value

    @field_validator("data_key")
    @classmethod
    def _strong_data_key(cls, value: str) -> str:
        Vault.from_key(value)
        return value

    @field_validator("static_dir")
    @classmethod
    def _built_pages(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_dir():
            raise ValueError("is no folder")
        return value

    @cached_property
    def zone(self) -> ZoneInfo:
        """The committee's time zone; every `…_on` date is a day there."""
        return ZoneInfo(self.time_zone)


def load_settings(**overrides: object) -> Settings:
    """Read the environment. Raises SettingsRefused with one line a wrong setting, without its
    value.
    """
    try:
        settings = Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsRefused("\n".join(_line(fault) for fault in error.errors())) from None
    if settings.demo and settings.host not in LOOPBACK_HOSTS:
        raise SettingsRefused("GONGWEI_HOST: a demonstration binds to a loopback address only")
    return settings


def _line(fault: object) -> str:
    assert isinstance(fault, dict)
    name = str(fault["loc"][0])
    label = "DATABASE_URL" if name.upper() == "DATABASE_URL" else f"GONGWEI_{name.upper()}"
    reason = (
        "is missing"
        if fault["type"] == "missing"
        else str(fault["msg"]).removeprefix("Value error, ")
    )
    return f"{label}: {reason}"
