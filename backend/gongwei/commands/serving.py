"""Starting the program: settings, the database (embedded or named), migrations, the server."""

import asyncio
import json
import os
import secrets
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from pathlib import Path

import asyncpg
import uvicorn
from fastapi import FastAPI
from sqlalchemy import pool, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from uvicorn.supervisors import Multiprocess

from gongwei.core.config import Settings, SettingsRefused, load_settings
from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate
from gongwei.main import create_app

GRACE_SECONDS = 10
START_SECONDS = 60
OLDEST_POSTGRES = 15


@contextmanager
def opened_database(settings: Settings, *, attach: bool = False) -> Iterator[str]:
    """The address of a migrated database: `DATABASE_URL`, or the embedded server in the data
    directory.
    """
    if settings.database_url is not None:
        asyncio.run(_require_database(settings.database_url))
        migrate(settings.database_url, settings.database_role)
        yield settings.database_url
        return
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with EmbeddedPostgres(settings.data_dir, attach=attach) as server:
        url = server.url()
        migrate(url, settings.database_role)
        yield url


async def _require_database(url: str) -> None:
    """Raises SettingsRefused where `DATABASE_URL` leads to no database, or to one that is too old.

    The message keeps what the server said to itself: it may hold a name or an address.
    """
    engine = create_async_engine(url, poolclass=pool.NullPool)
    try:
        async with engine.connect() as connection:
            version = int(await connection.scalar(text("SHOW server_version_num")) or 0)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, DBAPIError) as error:
        reason = f"the database cannot be reached ({type(error).__name__})"
        raise SettingsRefused(f"DATABASE_URL: {reason}") from None
    finally:
        await engine.dispose()
    refuse_old_server(version)


def refuse_old_server(version: int) -> None:
    """Raises SettingsRefused for a server older than OLDEST_POSTGRES. `version` as the server tells
    it in `server_version_num`: 140011 is 14.11, 90624 is 9.6.24.
    """
    major, minor = divmod(version, 10_000)
    if major >= OLDEST_POSTGRES:
        return
    found = f"{major}.{minor}" if major >= 10 else f"{major}.{minor // 100}.{minor % 100}"
    raise SettingsRefused(
        f"DATABASE_URL: PostgreSQL {OLDEST_POSTGRES} or newer is needed, and this is {found}"
    )


def require_free_port(settings: Settings) -> None:
    """Raises SettingsRefused where nothing can listen, before a database is opened for it."""
    try:
        family, _, _, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM
        )[0]
        socket.create_server(address, family=family).close()
    except OSError as error:
        names = "GONGWEI_HOST, GONGWEI_PORT"
        raise SettingsRefused(f"{names}: cannot listen there ({error.strerror})") from None


def demo_secrets(data_dir: Path) -> dict[str, str]:
    """Keys for a demonstration, made at its first start and kept beside its data, readable by the
    owner alone.
    """
    file = data_dir / "secrets.json"
    if not file.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        keys = {name: secrets.token_urlsafe(48) for name in ("token_key", "data_key")}
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as opened:
            json.dump(keys, opened)
    loaded: dict[str, str] = json.loads(file.read_text())
    return loaded


def serve(app: FastAPI, settings: Settings, ready: str | None = None) -> None:
    """Serve in this process until a signal comes; requests in flight are finished."""
    asyncio.run(_serve(uvicorn.Server(_server_config(app, settings)), ready))


def serve_with_workers(settings: Settings, database_url: str, ready: str) -> None:
    """Serve in `settings.workers` processes until a signal comes. One that dies is replaced, and
    requests in flight are finished before the others end.
    """
    os.environ["DATABASE_URL"] = database_url
    config = _server_config(f"{__name__}:worker_application", settings)
    with config.bind_socket() as listening:
        _Workers(config, [listening], ready).run()


def worker_application() -> FastAPI:
    """The program in one of several processes, which all read the same settings and end with the
    one that started them.
    """
    threading.Thread(target=_end_with_parent, daemon=True).start()
    settings = load_settings()
    assert settings.database_url is not None
    return create_app(settings, settings.database_url)


def _end_with_parent() -> None:
    """A worker whose supervisor was killed would go on listening, and no new start could."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


class _Workers(Multiprocess):
    """Uvicorn's supervisor, which says where to look once every worker serves."""

    def __init__(self, config: uvicorn.Config, sockets: list[socket.socket], ready: str) -> None:
        super().__init__(config, sockets)
        self.ready = ready

    def init_processes(self) -> None:
        super().init_processes()
        if all(
            worker.wait_until_ready(START_SECONDS, self.should_exit) for worker in self.processes
        ):
            print(self.ready, flush=True)  # noqa: T201


def _server_config(app: FastAPI | str, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        workers=settings.workers,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies or None,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )


async def _serve(server: uvicorn.Server, ready: str | None) -> None:
    serving = asyncio.create_task(server.serve())
    while not server.started and not serving.done():  # noqa: ASYNC110  uvicorn tells nobody
        await asyncio.sleep(0.02)
    if server.started and ready:
        print(ready, flush=True)  # noqa: T201
    await serving
