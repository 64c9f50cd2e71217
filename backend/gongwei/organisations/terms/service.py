"""Terms of office: entered at the election, ended at the next."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import false
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import is_today
from gongwei.access.filters import owned_within
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, require, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.clock import months_later
from gongwei.core.pagination import Rows, paginate
from gongwei.core.routing import one_fault
from gongwei.core.workflow import TO_CHANGE
from gongwei.organisations.changes import rules
from gongwei.organisations.dated import names_on
from gongwei.organisations.kinds import KINDS
from gongwei.organisations.models import Term, TermState
from gongwei.organisations.problems import NO_TERM, TERM_LENGTH, TERM_OVERLAP, TERM_RUNNING
from gongwei.organisations.schemas import refuse_null
from gongwei.organisations.terms.periods import due_soon_on, over_on, overdue_on, running_on
from gongwei.organisations.terms.schemas import TermActionIn, TermChangeIn, TermIn, TermQuery
from gongwei.organisations.terms.workflow import TERM, TermAction

READ, WRITE = Permission.ORGANISATIONS_READ, Permission.TERMS_WRITE
SORTS: dict[str, Any] = {
    "ends_on": col(Term.ends_on),
    "elected_on": col(Term.elected_on),
    "number": col(Term.number),
    "updated_at": col(Term.updated_at),
}


async def list_rows(session: AsyncSession, actor: Actor, asked: TermQuery) -> Rows[Term]:
    """One page of terms, those that end first before the others."""
    owner = col(Term.organisation_id)
    query = visible(actor, Term, READ)
    query = query.where(await owned_within(session, actor, owner, asked, asked.as_of))
    if asked.as_of is not None:
        is_over = asked.state is TermState.ENDED
        query = query.where(over_on(asked.as_of) if is_over else running_on(asked.as_of))
    if asked.state is not None and is_today(asked.as_of):
        query = query.where(Term.state == asked.state)
    elif asked.state is TermState.ELECTING:
        query = query.where(false())
    if asked.due is not None:
        day = asked.as_of or clock.today()
        due = due_soon_on if asked.due == "due_soon" else overdue_on
        query = query.where(running_on(day), due(day))
    key: Any = col(Term.id)
    return await paginate(session, query, asked, sorts=SORTS, default="ends_on", key=key)


async def read(session: AsyncSession, actor: Actor, term_id: UUID) -> Term:
    """One term. 404 when not to be known."""
    return await fetch(session, actor, Term, term_id, read=READ)


async def create(session: AsyncSession, actor: Actor, entry: TermIn) -> Term:
    """Enter a term. 409 while another runs, before the last ended, or for kinds without terms."""
    organisation = await require(session, actor, WRITE, entry.organisation_id)
    rules.refuse_dissolved(organisation)
    regular = _years(organisation)
    years = entry.years or regular
    _refuse_future(entry.elected_on, "/elected_on")
    before = await _last(session, organisation.id)
    await _refuse_overlap(session, organisation, before, entry.elected_on)
    term = Term(
        organisation_id=organisation.id,
        number=entry.number or (before.number + 1 if before else 1),
        years=years,
        elected_on=entry.elected_on,
        ends_on=months_later(entry.elected_on, 12 * years),
    )
    session.add(term)
    if entry.ended_on is not None:
        _end(actor, term, entry.ended_on)
    record(session, actor, "term.create", term)
    await session.flush()
    return term


def _years(organisation: Organisation) -> int:
    kind = KINDS[organisation.kind]
    if kind.years is None:
        raise NO_TERM(name=organisation.name, kind=kind.zh, kind_en=kind.en)
    return kind.years


def _refuse_future(day: date, pointer: str) -> None:
    if day > clock.today():
        raise one_fault(pointer, "future", "日期不能晚于今天", "The date cannot lie in the future")


async def _last(
    session: AsyncSession, organisation_id: UUID, but: UUID | None = None
) -> Term | None:
    query = select_rows(Term).where(Term.organisation_id == organisation_id)
    if but is not None:
        query = query.where(Term.id != but)
    return (await session.exec(query.order_by(col(Term.elected_on).desc()))).first()


async def _refuse_overlap(
    session: AsyncSession, organisation: Organisation, before: Term | None, elected_on: date
) -> None:
    await rules.refuse_before_existence(session, organisation, elected_on)
    if before is None:
        return
    if before.state is not TermState.ENDED or before.ended_on is None:
        raise TERM_RUNNING(name=organisation.name, number=before.number)
    if elected_on < before.ended_on:
        raise TERM_OVERLAP(name=organisation.name, since=before.ended_on)


async def change(
    session: AsyncSession, actor: Actor, term_id: UUID, version: int, patch: TermChangeIn
) -> Term:
    """Correct or prolong a running term. 409 when ended, 412 stale, 422 `term_length`."""
    term = await fetch(session, actor, Term, term_id, read=READ, need=WRITE, version=version)
    if term.state not in TERM.editable:
        raise TERM.refusal(term.state, TO_CHANGE, allowed_actions(actor, term))
    given = patch.model_dump(exclude_unset=True)
    refuse_null(patch, given)
    for name, value in given.items():
        setattr(term, name, value)
    regular = months_later(term.elected_on, 12 * term.years)
    if "ends_on" not in given and {"elected_on", "years"} & set(given):
        term.ends_on = regular
    earliest = max(months_later(regular, -12), term.elected_on)
    if not earliest <= term.ends_on <= months_later(regular, 12) or term.ends_on == term.elected_on:
        raise TERM_LENGTH(earliest=earliest, latest=months_later(regular, 12))
    if "elected_on" in given:
        _refuse_future(term.elected_on, "/elected_on")
        organisation = await require(session, actor, WRITE, term.organisation_id)
        before = await _last(session, organisation.id, but=term.id)
        await _refuse_overlap(session, organisation, before, term.elected_on)
    record(session, actor, "term.edit", term)
    await session.flush()
    return term


async def act(
    session: AsyncSession, actor: Actor, term_id: UUID, action: TermAction, body: TermActionIn
) -> Term:
    """Start the election, or end the term."""
    need = Permission(TERM[action].permission)
    term = await fetch(session, actor, Term, term_id, read=READ, need=need)
    if action is TermAction.END:
        _end(actor, term, body.on or clock.today())
    else:
        TERM.apply(term, action, allowed_actions(actor, term), body.reason)
    record(session, actor, f"term.{action}", term, reason=body.reason)
    await session.flush()
    return term


def allowed_actions(actor: Actor, term: Term) -> list[str]:
    """What this caller may do with the term now."""
    return TERM.allowed(term.state, actor.permissions)


def _end(actor: Actor, term: Term, on: date) -> None:
    TERM.apply(term, TermAction.END, allowed_actions(actor, term))
    _refuse_future(on, "/on")
    if on < term.elected_on:
        raise one_fault("/on", "before_election", "不能早于当选日期", "Not before the election")
    term.ended_on = on


async def with_names(
    session: AsyncSession, actor: Actor, terms: list[Term], as_of: date | None = None
) -> list[tuple[Term, str]]:
    """Terms with the names of their organisations on a day."""
    ids = {term.organisation_id for term in terms}
    query = visible(actor, Organisation, READ).where(col(Organisation.id).in_(ids))
    names = {row.id: row.name for row in (await session.exec(query)).all()}
    names |= {one: then.name for one, then in (await names_on(session, names, as_of)).items()}
    return [(term, names.get(term.organisation_id, "")) for term in terms]
