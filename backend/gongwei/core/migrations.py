"""Schema migrations: run them to head, and name the head."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

BACKEND = Path(__file__).resolve().parents[2]


def alembic_config(database_url: str, role: str) -> Config:
    """The Alembic configuration for a database; `role` is the one that the program connects as."""
    config = Config(str(BACKEND / "alembic.ini"))
    config.set_main_option("script_location", str(BACKEND / "migrations"))
    config.attributes["database_url"] = database_url
    config.attributes["role"] = role
    return config


def migrate(database_url: str, role: str) -> None:
    """Bring the schema to head. Runs its own event loop: call from a thread when one is running."""
    command.upgrade(alembic_config(database_url, role), "head")


@cache
def head_revision() -> str | None:
    """The newest revision that this program knows."""
    return ScriptDirectory(str(BACKEND / "migrations")).get_current_head()
