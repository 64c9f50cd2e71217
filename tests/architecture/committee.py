"""A committee on a database of its own, with records in a department, beside it and above it."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI
from httpx import AsyncClient
from sqlalchemy.ext.asyncio import AsyncConnection

from architecture.seeding import Place, Seeder
from conftest import DATA_KEY, ROLE, TOKEN_KEY, database_url, new_database, run_as_owner
from factories import world as factory
from factories.program import client_of, own_program_on
from factories.world import World, build_world
from gongwei.access.permissions import Role
from gongwei.core.config import Settings, load_settings
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.db import Database

NEIGHBOURS = (Role.COMMITTEE_OFFICER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR)
"""Roles that police has besides its secretary, who is the world's `neighbour`."""

PLACES = (
    ("finance", "secretary", "finance_office", "finance_units"),
    ("police", "neighbour", "police_office", "police_office"),
    ("root", "officer", "archive", "archive"),
)
"""Organisations with records, who runs their daily business, and two branches for their members."""


@dataclass
class Seeded:
    """The committee, its records by place, and what a program needs to serve them."""

    url: str
    world: World
    places: dict[str, Place]
    settings: Settings
    app: FastAPI


@dataclass
class Tried:
    """The committee in one transaction."""

    seeded: Seeded
    client: AsyncClient
    connection: AsyncConnection


@contextmanager
def seeded_committee(data_dir: Path) -> Iterator[Seeded]:
    """The committee on a database that is dropped at the end."""
    name = new_database()
    settings = load_settings(
        token_key=TOKEN_KEY, data_key=DATA_KEY, data_dir=data_dir, worker=False, require_otp=False
    )
    configure_vault(Vault.from_key(settings.data_key, settings.crypto))
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(1) as pool:
        here = tuple((f"{role}_here", role, "finance") for role in Role)
        there = tuple((f"{role}_there", role, "police") for role in NEIGHBOURS)
        patch.setattr(factory, "PEOPLE", (*factory.PEOPLE, *here, *there))
        seeded = pool.submit(asyncio.run, _seed(database_url(name), settings)).result()
    yield seeded
    run_as_owner(f"DROP DATABASE {name} WITH (FORCE)")


async def _seed(url: str, settings: Settings) -> Seeded:
    database = Database(url, role=ROLE)
    world = await build_world(database)
    places: dict[str, Place] = {}
    app = await own_program_on(database, settings)
    async with client_of(app) as client:
        for number, (at, runs, *branches) in enumerate(PLACES):
            branch, other = (str(world[name].id) for name in branches)
            place = Place(f"记号{number}号", str(world[at].id), branch, other)
            places[at] = await Seeder(client, database, settings, world, place, runs, number).seed()
    await database.close()
    return Seeded(url, world, places, settings, app)
