"""A database server of the measurement's own, in a temporary directory, gone at its end."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from programs import DATA_KEY
from sqlalchemy import make_url

from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate

ROLE = "gongwei_app"


@dataclass(frozen=True)
class Scratch:
    """The server, its migrated database, and a folder for what programs keep."""

    server: EmbeddedPostgres
    folder: Path

    @property
    def url(self) -> str:
        return self.server.url()

    def connection_options(self) -> list[str]:
        """For PostgreSQL's own programs, as the tables' owner."""
        url = make_url(self.url)
        return [
            f"--host={url.query['host']}", f"--port={url.query['port']}",
            f"--username={url.username}", str(url.database),
        ]  # fmt: skip


@contextmanager
def scratch_server() -> Iterator[Scratch]:
    """A server with the settings of an installation: what was committed survives."""
    configure_vault(Vault.from_key(DATA_KEY, "aes"))
    with tempfile.TemporaryDirectory(prefix="gongwei-load-") as name:
        os.chmod(name, 0o755)
        with EmbeddedPostgres(Path(name)) as server:
            migrate(server.url(), ROLE)
            yield Scratch(server, Path(name))
