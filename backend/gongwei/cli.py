"""The commands of `gongwei`."""

import asyncio
import json
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlmodel import select

from gongwei import worker as background
from gongwei.access.actor import system_actor
from gongwei.access.models import Organisation
from gongwei.audit.schemas import AuditQuery
from gongwei.audit.seal import verify
from gongwei.audit.service import export_lines
from gongwei.commands import demo as demonstration
from gongwei.commands.administration import create_administrators, import_file
from gongwei.commands.diagrams import diagram
from gongwei.commands.invariants import check_invariants
from gongwei.commands.openapi import document
from gongwei.commands.recount import recount_file
from gongwei.commands.serving import opened_database, require_free_port, serve, serve_with_workers
from gongwei.core.config import Settings, SettingsRefused, load_settings
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.embedded_account import EmbeddedError
from gongwei.core.errors import Problem
from gongwei.core.logging import configure_logging
from gongwei.core.workflow import WORKFLOWS
from gongwei.integrations.imports.models import ImportKind
from gongwei.main import create_app

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
audit = typer.Typer(help="The audit log.", no_args_is_help=True)
invariants = typer.Typer(help="What must hold on any database.", no_args_is_help=True)
app.add_typer(audit, name="audit")
app.add_typer(invariants, name="invariants")
duty = typer.Typer(help="The duty review.", no_args_is_help=True)
app.add_typer(duty, name="duty")


@app.command("serve")
def serve_command() -> None:
    """Serve the API and the pages, in GONGWEI_WORKERS processes."""
    settings = load_settings()
    require_free_port(settings)
    ready = f"Gongwei: http://{settings.host}:{settings.port}"
    with opened_database(settings) as url:
        if settings.workers > 1:
            serve_with_workers(settings, url, ready)
        else:
            serve(create_app(settings, url), settings, ready)


@app.command("demo")
def demo_command() -> None:
    """Serve a demonstration with the district case, on a loopback address only."""
    demonstration.run()


@app.command("worker")
def worker_command() -> None:
    """Run the background loop beside servers that are started with GONGWEI_WORKER=false."""
    settings = load_settings()
    with opened_database(settings, attach=True) as url:
        _with_database(settings, url, lambda database: background.run(database, settings))


@app.command("migrate")
def migrate_command() -> None:
    """Bring the database's schema to head."""
    with opened_database(load_settings(), attach=True):
        typer.echo("schema is at head")


@app.command("create-admin")
def create_admin_command(
    organisation: Annotated[str, typer.Option(help="Name of the working committee")],
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)],
) -> None:
    """Set up an empty installation: the committee and its first accounts, one a duty."""
    names = _in_database(
        lambda database, settings: create_administrators(database, settings, organisation, password)
    )
    typer.echo("created: " + ", ".join(names))


@app.command("import")
def import_command(
    kind: Annotated[ImportKind, typer.Argument(help="What the workbook lists")],
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    user: Annotated[str, typer.Option(help="The account in whose name it is imported")] = "officer",
) -> None:
    """Import a workbook, all of it or nothing."""
    outcome = _in_database(
        lambda database, settings: import_file(database, settings, kind, file, user)
    )
    typer.echo(json.dumps(outcome, ensure_ascii=False))


@audit.command("verify")
def audit_verify_command() -> None:
    """Recompute the hash chain; fails when an entry or a seal was changed."""

    async def run(database: Database, _: Settings) -> Any:
        async with database.transaction(WHOLE_TREE) as session:
            return await verify(session)

    found = _in_database(run)
    typer.echo(
        f"entries {found.entries}, sealed {found.sealed} in {found.seals}, waiting {found.unsealed}"
    )
    if not found.ok:
        raise _failure(f"the chain is broken: {found.first_fault}")
    typer.echo(f"chain intact, last link {found.last_hash}")


@audit.command("export")
def audit_export_command() -> None:
    """Write every entry as one JSON line to standard output."""

    async def run(database: Database, _: Settings) -> None:
        async with database.transaction(WHOLE_TREE) as session:
            root = (await session.exec(select(Organisation).where(Organisation.depth == 0))).one()
        async for lines in export_lines(database, system_actor(root), AuditQuery()):
            sys.stdout.buffer.write(lines)

    _in_database(run)


@invariants.command("check")
def invariants_check_command() -> None:
    """Prove what must hold; lists what does not."""

    async def run(database: Database, _: Settings) -> Any:
        async with database.transaction(WHOLE_TREE) as session:
            return await check_invariants(session)

    breaches = _in_database(run)
    for breach in breaches:
        typer.echo(f"{breach.invariant}: {breach.row} {breach.note}", err=True)
    if breaches:
        raise typer.Exit(1)
    typer.echo("all invariants hold")


@duty.command("recount")
def duty_recount_command(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="An exported result")],
) -> None:
    """Recount published results from the exported file alone; needs no database."""
    try:
        found = recount_file(file)
    except (ValueError, KeyError, TypeError) as error:
        raise _failure(f"{file.name} is no export of duty results") from error
    typer.echo(f"SHA-256 {found.sha256}")
    typer.echo(f"recounted: {found.totals} totals, {found.grades} grades")
    for one in found.withheld:
        typer.echo(f"withheld, not recounted: {one}")
    for one in found.differences:
        typer.echo(f"DIFFERS: {one}", err=True)
    if found.differences:
        raise typer.Exit(1)
    typer.echo("everything that is shown agrees")


@app.command("workflows")
def workflows_command() -> None:
    """Print the state machines as diagrams (Mermaid), as they stand in the README."""
    for workflow in WORKFLOWS.values():
        typer.echo(diagram(workflow))


@app.command("openapi")
def openapi_command() -> None:
    """Print the OpenAPI document."""
    typer.echo(json.dumps(document(), ensure_ascii=False, indent=2))


def _in_database(work: Callable[[Database, Settings], Awaitable[Any]]) -> Any:
    settings = load_settings(**demonstration.overrides_if_demo())
    with opened_database(settings, attach=True) as url:
        return _with_database(settings, url, lambda database: work(database, settings))


def _with_database(settings: Settings, url: str, work: Callable[[Database], Awaitable[Any]]) -> Any:
    configure_vault(Vault.from_key(settings.data_key, settings.crypto))

    async def run() -> Any:
        database = Database(url, role=settings.database_role, pool_size=settings.pool_size)
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(run())


def _failure(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(1)


def _sentences(refused: Problem) -> list[str]:
    """A refusal as the pages would show it, in both languages."""
    faults = [f"{fault.pointer} {fault.zh} {fault.en}" for fault in refused.errors]
    return [f"gongwei: {refused.detail('zh')} {refused.detail('en')}", *faults]


def _end(number: int, _: object) -> None:
    sys.exit(128 + number)


def main() -> None:
    """Run a command; a wrong setting or an unusable data directory ends it with one line a
    fault.

    SIGTERM ends it as Ctrl-C does, so that the embedded server has stopped before the program.
    """
    configure_logging()
    signal.signal(signal.SIGTERM, _end)
    try:
        app()
    except (SettingsRefused, EmbeddedError) as refused:
        typer.echo(f"gongwei: {refused}", err=True)
        sys.exit(2)
    except Problem as refused:
        typer.echo("\n".join(_sentences(refused)), err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
