"""The demonstration: on a loopback address, with the district case loaded through the ordinary
imports.
"""

import asyncio
import os
from collections.abc import Mapping
from pathlib import Path

from sqlmodel import select
from sqlmodel.sql.expression import SelectOfScalar

from gongwei.access.actor import system_actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Role
from gongwei.accounts.demo import DEMO_ACCOUNTS
from gongwei.accounts.users.service import create_account
from gongwei.commands.administration import KNOWN_SINCE, import_file
from gongwei.commands.demo_duty import review
from gongwei.commands.demo_nominations import UNITS, nominate
from gongwei.commands.demo_people import gather, second_leader
from gongwei.commands.demo_service import serve_a_year
from gongwei.commands.demo_service_now import serve_now
from gongwei.commands.demo_talks import talk
from gongwei.commands.demo_work import give_work
from gongwei.commands.serving import demo_secrets, opened_database, require_free_port, serve
from gongwei.core.config import Settings, load_settings
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.migrations import BACKEND
from gongwei.integrations.imports.models import ImportKind
from gongwei.main import create_app
from gongwei.organisations.service import found_root

CASE = Path(__file__).parent / "district"
COMMITTEE = "云屏区区直机关工作委员会"
WORKBOOKS = (
    (ImportKind.ORGANISATIONS, "党组织基本信息表.xlsx"),
    (ImportKind.MEMBERS, "党员花名册.xlsx"),
    (ImportKind.SECRETARIES, "党组织书记花名册.xlsx"),
)
AT_COMMITTEE = frozenset(
    {
        Role.SYSTEM_ADMIN,
        Role.SECURITY_ADMIN,
        Role.AUDITOR,
        Role.COMMITTEE_OFFICER,
        Role.COMMITTEE_LEADER,
        Role.REVIEWER,
        Role.RATER,
    }
)
DEPARTMENT = "中共区财政局总支部委员会"
BRANCH = "中共区财政局机关支部委员会"
PAGES = BACKEND.parent / "frontend" / "dist"


def run() -> None:
    """Prepare the demonstration's data where it is missing, then serve until a signal comes."""
    settings = load_settings(**demo_overrides())
    require_free_port(settings)
    configure_vault(Vault.from_key(settings.data_key, settings.crypto))
    with opened_database(settings) as url:
        asyncio.run(_prepare(settings, url))
        address = f"http://{settings.host}:{settings.port}"
        serve(create_app(settings, url), settings, f"Gongwei demonstration: open {address}")


def demo_overrides() -> dict[str, object]:
    """The settings of a demonstration: its own keys, every role in reach, no second factor."""
    data_dir = Path(os.environ.get("GONGWEI_DATA_DIR", "var"))
    pages = PAGES if PAGES.is_dir() else None
    return {**demo_secrets(data_dir), "demo": True, "require_otp": False, "static_dir": pages}


def overrides_if_demo() -> Mapping[str, object]:
    """For commands on a demonstration's data, where no keys are set: the demonstration's."""
    data_dir = Path(os.environ.get("GONGWEI_DATA_DIR", "var"))
    if "GONGWEI_TOKEN_KEY" in os.environ or not (data_dir / "secrets.json").exists():
        return {}
    return demo_overrides()


async def _prepare(settings: Settings, url: str) -> None:
    database = Database(url, role=settings.database_role, pool_size=settings.pool_size)
    try:
        async with database.transaction(WHOLE_TREE) as session:
            if (await session.exec(select(Organisation.id).limit(1))).first() is not None:
                return
            root = await found_root(session, COMMITTEE, on=KNOWN_SINCE)
        await _open_accounts(database, {COMMITTEE: root}, AT_COMMITTEE)
        for kind, name in WORKBOOKS:
            await import_file(database, settings, kind, CASE / name, _officer())
        await _open_accounts(database, await _named(database), frozenset(Role) - AT_COMMITTEE)
        await give_work(database, settings, _officer())
        async with database.transaction(WHOLE_TREE) as session:
            own = (await session.exec(_at(DEPARTMENT))).one()
            cast = await gather(session, settings, UNITS, own)
            await nominate(session, cast)
            await talk(session, cast)
        async with database.transaction(WHOLE_TREE) as session:
            own = (await session.exec(_at(DEPARTMENT))).one()
            for detachment in await serve_a_year(session, cast, own.id):
                if detachment.unit.id == own.id:
                    await serve_now(session, detachment)
        async with database.transaction(WHOLE_TREE) as session:
            await review(session, cast, await second_leader(session, settings))
    finally:
        await database.close()


def _at(name: str) -> SelectOfScalar[Organisation]:
    return select(Organisation).where(Organisation.name == name)


def _officer() -> str:
    return next(a.username for a in DEMO_ACCOUNTS if a.role is Role.COMMITTEE_OFFICER)


async def _named(database: Database) -> dict[str, Organisation]:
    async with database.transaction(WHOLE_TREE) as session:
        found = (await session.exec(select(Organisation))).all()
    return {organisation.name: organisation for organisation in found}


async def _open_accounts(
    database: Database, organisations: Mapping[str, Organisation], roles: frozenset[Role]
) -> None:
    async with database.transaction(WHOLE_TREE) as session:
        root = (await session.exec(select(Organisation).where(Organisation.depth == 0))).one()
        for account in DEMO_ACCOUNTS:
            if account.role in roles:
                await create_account(
                    session,
                    system_actor(root),
                    username=account.username,
                    display_name=account.display_name,
                    organisation_id=organisations[_place(account.role)].id,
                    password=account.password,
                    roles=(account.role,),
                    must_change_password=False,
                )


def _place(role: Role) -> str:
    if role in AT_COMMITTEE:
        return COMMITTEE
    return BRANCH if role is Role.MEMBER else DEPARTMENT
