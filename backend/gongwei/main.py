"""create_app(): settings, middleware, error handlers, routers; nothing else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.routing import APIRoute

from gongwei import api, worker
from gongwei.core import api_document, clock, health, pages, problem_responses
from gongwei.core.config import Settings
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.db import Database
from gongwei.core.requests import RequestFrame
from gongwei.core.tokens import TokenKeys

BALLOTS = ("/api/v1/public/ballots/", "/api/v1/me/ballots/")
"""Paths that hold codes with which somebody may vote; when that is done is nobody's business."""


def create_app(settings: Settings, database_url: str) -> FastAPI:
    """The program as an ASGI application on a migrated database."""
    configure_vault(Vault.from_key(settings.data_key, settings.crypto))
    clock.use_zone(settings.zone)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if settings.worker:
            async with worker.running(app.state.database, settings):
                yield
        else:
            yield
        await app.state.database.close()

    app = FastAPI(
        title="Gongwei 工委",
        version="1",
        summary="System of record of a working committee for government departments",
        description=(
            "The pages use the same operations under the same rules. Every refusal is a problem"
            " document (RFC 9457). Records have entity tags, lists have cursors, any write takes an"
            " `Idempotency-Key`. Within version 1 answers only gain members: ignore what you do not"
            " know."
        ),
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        generate_unique_id_function=operation_id,
    )
    app.state.settings = settings
    app.state.database = Database(
        database_url, role=settings.database_role, pool_size=settings.pool_size
    )
    app.state.token_keys = TokenKeys.of(settings.token_key, settings.previous_token_key)
    app.add_middleware(RequestFrame, zone=settings.zone, unlogged=BALLOTS)
    problem_responses.install(app)
    api_document.install(app)
    api.install(app)
    app.include_router(health.router)
    pages.install(app, settings.static_dir)
    return app


def operation_id(route: APIRoute) -> str:
    """The function's name is the operation's id, stable across paths."""
    return route.name
