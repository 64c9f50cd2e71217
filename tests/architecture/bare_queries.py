"""Only `access/scope.py` queries owned tables bare: every other query stands on it, or is named
here with what narrows it instead. Row-level security is the second line behind all of them.
"""

import ast
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import gongwei.tables  # noqa: F401  every table is known once all are imported
from architecture.source_rules import Breach, sources
from gongwei.access.models import Organisation
from gongwei.core.models import Row

MODELS = {mapper.class_ for mapper in Row._sa_registry.mappers}
OWNED = frozenset(m for m in MODELS if m is Organisation or hasattr(m, "organisation_id"))
OWNED_CLASSES = frozenset(model.__name__ for model in OWNED)
OWNED_TABLES = frozenset(str(model.__tablename__) for model in OWNED)

QUERIES = frozenset({"select", "select_rows", "select_from", "update", "delete", "get", "exists"})
STANDS_ON_SCOPE = frozenset({"visible", "in_scope", "below", "owned_within", "within"})

NO_ACTOR = ("commands/", "cli.py", "access/scope.py")
"""Commands run for the operator of the machine, who has the database itself."""

WHO_CALLS = "finds out who calls: there is no actor before it"
ONESELF = "the caller's own account, named by the token"
PUBLIC = "shown to everybody before signing in: the committee's name, the demonstration's accounts"
FETCHED = "parts of a record that the caller of the function has fetched or selected in scope"
PLACES = "the places or conditions that it is given were selected in scope"
WHOLE_TREE = "judges a rule of the whole tree; what it answers tells of no record below others"
PROGRAM = "the program itself, on a date or for a job, with the whole tree as its scope"
AUDIT = "narrowed by `_readable` or `_known`, which stand on `in_scope`"
CODE = "found by a secret code, which stands for the one record that it was given for"
ABOVE = "the names of the teams above one's own, which everybody who belongs to one is told"
ROUND_ABOVE = "what is told of the round whose participant or report was selected in scope"
COMES = "names of people who belong or come to what was selected in scope: its staff knows them"
BY_CODE = "shown to whoever holds the certificate's code, which nobody guesses"
PAPER = "found by a one-time code, or by the person whom the token names: one's own ballot"
BALLOTS = "papers and envelopes of a voting that was selected in scope; they know no votes"
NAMELESS = "figures of a class, shown as its spread alone and from five people on"
ORGANISED = "asked after whether the caller reads results at the round's organisation, or one's own"
KNOWN = "narrowed by `known`, which stands on `in_scope`"
KNOWN_OFFICES = "narrowed by `_in_office`, which stands on `in_scope`"
CHAIN = "the chain of seals covers the whole log, and its check answers with counts and hashes"

EXCEPTIONS: dict[str, str] = {
    "access/actor.py: _rights_of": WHO_CALLS,
    "access/actor.py: actor_for": WHO_CALLS,
    "access/dated.py: links": PLACES,
    "accounts/own/service.py: _own": ONESELF,
    "accounts/public/service.py: committee_name": PUBLIC,
    "accounts/public/service.py: demo_accounts": PUBLIC,
    "accounts/role_assignments/follow.py: _active": WHOLE_TREE,
    "accounts/role_assignments/follow.py: _held_at": FETCHED,
    "accounts/role_assignments/follow.py: _places": FETCHED,
    "accounts/sign_in/service.py: _account": WHO_CALLS,
    "accounts/sign_in/service.py: _record_refusal": WHO_CALLS,
    "accounts/sign_in/service.py: _find": WHO_CALLS,
    "accounts/sign_in/service.py: sign_out": ONESELF,
    "accounts/sign_in/service.py: switch": ONESELF,
    "accounts/sign_in/sessions.py: held_by": ONESELF,
    "accounts/users/linking.py: free_username": WHOLE_TREE,
    "accounts/users/linking.py: stand_for": WHOLE_TREE,
    "accounts/users/service.py: _shown": FETCHED,
    "audit/rewinding.py: as_they_were": FETCHED,
    "audit/rewinding.py: entered_on": FETCHED,
    "audit/seal.py: seal_next": CHAIN,
    "audit/seal.py: verify": CHAIN,
    "audit/seal.py: _entries_of": CHAIN,
    "audit/service.py: history": FETCHED,
    "audit/service.py: read_entry": AUDIT,
    "audit/service.py: recent_changes": AUDIT,
    "duty_reports/ballots/casting.py: found_paper": PAPER,
    "duty_reports/ballots/casting.py: _lies_there": PAPER,
    "duty_reports/ballots/casting.py: put_in": PAPER,
    "duty_reports/ballots/forms.py: own_participants": PAPER,
    "duty_reports/ballots/opening.py: _turn": FETCHED,
    "duty_reports/ballots/opening.py: open_envelopes": FETCHED,
    "duty_reports/ballots/opening.py: sheets_of": FETCHED,
    "duty_reports/ballots/papers.py: _envelopes": BALLOTS,
    "duty_reports/ballots/papers.py: _papers": BALLOTS,
    "duty_reports/ballots/papers.py: counts_of": BALLOTS,
    "duty_reports/ballots/papers.py: issue_to": BALLOTS,
    "duty_reports/ballots/papers.py: mark_used": BALLOTS,
    "duty_reports/ballots/papers.py: papers_by": BALLOTS,
    "duty_reports/ballots/papers.py: settle": BALLOTS,
    "duty_reports/ballots/reading.py: own_papers": PAPER,
    "duty_reports/ballots/voters.py: _papers_elsewhere": WHOLE_TREE,
    "duty_reports/ballots/voters.py: _signing_in": WHOLE_TREE,
    "duty_reports/results/calculating.py: _held": FETCHED,
    "duty_reports/results/notice.py: notice": FETCHED,
    "duty_reports/results/own.py: classes_of": NAMELESS,
    "duty_reports/results/own.py: list_objections": FETCHED,
    "duty_reports/results/reading.py: _latest": ORGANISED,
    "duty_reports/results/reading.py: known_result": ORGANISED,
    "duty_reports/results/reading.py: latest_revision": FETCHED,
    "duty_reports/results/reading.py: result_lines": FETCHED,
    "duty_reports/results/records.py: task_records": FETCHED,
    "duty_reports/reports/standing.py: rounds_above": ROUND_ABOVE,
    "duty_reports/rounds/beside.py: secretaries_of": FETCHED,
    "duty_reports/rounds/reading.py: round_lines": KNOWN,
    "duty_reports/rounds/reading.py: participant_line": WHOLE_TREE,
    "duty_reports/rounds/scheme_revisions.py: list_revisions": FETCHED,
    "enrolment/service.py: _held": FETCHED,
    "enrolment/service.py: _holds": FETCHED,
    "enrolment/service.py: _names": FETCHED,
    "enrolment/service.py: _offices": KNOWN_OFFICES,
    "integrations/imports/elsewhere.py: held_identities": WHOLE_TREE,
    "integrations/imports/elsewhere.py: held_credit_codes": WHOLE_TREE,
    "integrations/imports/elsewhere.py: held_organisation_codes": WHOLE_TREE,
    "integrations/jobs/progress.py: changing": PROGRAM,
    "integrations/jobs/running.py: _next": PROGRAM,
    "integrations/jobs/service.py: follow": FETCHED,
    "integrations/jobs/service.py: unfinished": FETCHED,
    "members/figures.py: member_figures": PLACES,
    "members/follow.py: _memberships": FETCHED,
    "members/follow.py: _people": FETCHED,
    "members/import_rows.py: _open_since": FETCHED,
    "members/import_writing.py: correct_members": FETCHED,
    "organisations/changes/ending.py: _end_term": FETCHED,
    "organisations/changes/periods.py: began_on": FETCHED,
    "organisations/changes/periods.py: edges_after": FETCHED,
    "organisations/changes/periods.py: open_edge": FETCHED,
    "organisations/changes/periods.py: open_name": FETCHED,
    "organisations/counts.py: current_terms": FETCHED,
    "organisations/dated.py: names_on": FETCHED,
    "organisations/due.py: _due": PROGRAM,
    "organisations/due.py: _program": PROGRAM,
    "organisations/planting.py: _code_taken": WHOLE_TREE,
    "organisations/planting.py: _reread": FETCHED,
    "organisations/planting.py: next_position": FETCHED,
    "organisations/planting.py: rearrange": FETCHED,
    "organisations/search.py: matches": PLACES,
    "organisations/service.py: _shorten": FETCHED,
    "organisations/terms/service.py: _last": FETCHED,
    "organisations/timeline.py: _names": FETCHED,
    "organisations/timeline.py: _terms_of": FETCHED,
    "organisations/units/dated.py: _then": PLACES,
    "organisations/units/service.py: act": FETCHED,
    "organisations/units/service.py: checked_credit_code": WHOLE_TREE,
    "secretaries/beside.py: standing_of": FETCHED,
    "secretaries/follow.py: _end_posts": FETCHED,
    "secretaries/follow.py: _withdraw_nominations": FETCHED,
    "secretaries/talks/document.py: _issuer": WHOLE_TREE,
    "secretaries/vacancies.py: _without_secretary": PLACES,
    "secretaries/waiting.py: _with_names": PLACES,
    "tasks/reminders.py: _owed_on": PROGRAM,
    "volunteering/activities/calendar_feed.py: feed": CODE,
    "volunteering/activities/calendar_feed.py: _entries": CODE,
    "volunteering/activities/confirming.py: _by_code": CODE,
    "volunteering/activities/sign_ups.py: open_sign_ups": WHOLE_TREE,
    "volunteering/beside.py: places_above": WHOLE_TREE,
    "volunteering/follow.py: _move_activities": FETCHED,
    "volunteering/follow.py: _move_teams": FETCHED,
    "volunteering/teams/belonging.py: teams_above": WHOLE_TREE,
    "volunteering/naming.py: people": COMES,
    "volunteering/teams/reading.py: _parents": ABOVE,
    "volunteering/teams/service.py: _refuse_disbanded_above": WHOLE_TREE,
    "volunteering/teams/service.py: _refuse_parent": WHOLE_TREE,
    "volunteering/attendance/facts.py: _read_check_ins": WHOLE_TREE,
    "volunteering/attendance/facts.py: _read_sign_ups": WHOLE_TREE,
    "volunteering/attendance/facts.py: _doors": WHOLE_TREE,
    "volunteering/attendance/facts.py: facts_of": WHOLE_TREE,
    "volunteering/attendance/reading.py: _minutes": FETCHED,
    "volunteering/attendance/reading.py: _words": FETCHED,
    "volunteering/attendance/roster.py: _lines": FETCHED,
    "volunteering/attendance/roster.py: _out": FETCHED,
    "volunteering/attendance/roster.py: attendees": FETCHED,
    "volunteering/attendance/roster.py: list_attempts": FETCHED,
    "volunteering/certificates/document.py: _names": FETCHED,
    "volunteering/certificates/minutes.py: minutes_of": FETCHED,
    "volunteering/certificates/numbering.py: next_number": WHOLE_TREE,
    "volunteering/certificates/public.py: check": BY_CODE,
    "volunteering/certificates/seals.py: _out": FETCHED,
    "volunteering/certificates/seals.py: seal_of": FETCHED,
    "volunteering/hours/approvals.py: minutes_of_days": WHOLE_TREE,
    "volunteering/hours/approvals.py: regrade": WHOLE_TREE,
    "volunteering/hours/completion.py: _activity": FETCHED,
    "volunteering/hours/computing.py: _held": FETCHED,
    "volunteering/hours/computing.py: _lock": FETCHED,
    "volunteering/hours/computing.py: recompute": FETCHED,
    "volunteering/hours/folding.py: _above": PROGRAM,
    "volunteering/hours/folding.py: _at": WHOLE_TREE,
    "volunteering/hours/folding.py: fold": PROGRAM,
    "volunteering/hours/folding.py: follow_move": WHOLE_TREE,
    "volunteering/hours/homes.py: homes_on": FETCHED,
    "volunteering/hours/import_rows.py: _held": WHOLE_TREE,
    "volunteering/hours/late_entries.py: _activity": WHOLE_TREE,
    "volunteering/hours/late_entries.py: _refuse_twice": WHOLE_TREE,
    "volunteering/hours/overlaps.py: _rows": WHOLE_TREE,
    "volunteering/hours/pairs.py: _lines": FETCHED,
    "volunteering/hours/planned.py: refuse_longer": FETCHED,
    "volunteering/hours/planned.py: shifts_on": FETCHED,
    "volunteering/hours/reading.py: team_names": FETCHED,
    "volunteering/hours/settling.py: refuse_unsettled": WHOLE_TREE,
    "volunteering/hours/summary.py: _sums_of": PLACES,
}
"""By `file: function`."""


class Query(NamedTuple):
    """A function that queries owned tables, and whether it stands on the scope."""

    key: str
    line: int
    narrowed: bool


def bare_queries(name: str, module: ast.Module) -> list[Breach]:
    """Queries of owned tables that stand on no scope and are no exception."""
    return [
        Breach(name, query.line)
        for query in queries_of_owned_tables(name, module)
        if not query.narrowed and query.key not in EXCEPTIONS
    ]


def queries_of_owned_tables(name: str, module: ast.Module) -> Iterator[Query]:
    """The functions of a module that query an owned table; what stands outside of them is one
    more.
    """
    if name.startswith(NO_ACTOR):
        return
    owned = OWNED_CLASSES | _stand_ins(module) | _imported_stand_ins(module)
    for place, node in _places(module):
        lines = [call.lineno for call in ast.walk(node) if _asks(call, owned)]
        if lines:
            yield Query(f"{name}: {place}", lines[0], bool(_names(node) & STANDS_ON_SCOPE))


def _stand_ins(module: ast.Module) -> frozenset[str]:
    """Names that stand for an owned table: an alias, or a light table of its name."""
    found = set()
    for node in module.body:
        if not (isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)):
            continue
        called, given = _called(node.value), node.value.args[:1]
        is_alias = called == "aliased" and bool(given and _names(given[0]) & OWNED_CLASSES)
        is_light = called == "table" and any(
            isinstance(one, ast.Constant) and one.value in OWNED_TABLES for one in given
        )
        if is_alias or is_light:
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return frozenset(found)


def _imported_stand_ins(module: ast.Module) -> frozenset[str]:
    known = _stand_ins_by_module()
    return frozenset(
        alias.asname or alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in known.get(node.module or "", ())
    )


@cache
def _stand_ins_by_module() -> dict[str, frozenset[str]]:
    return {
        f"gongwei.{name.removesuffix('.py').replace('/', '.')}": found
        for name, module in sources()
        if (found := _stand_ins(module))
    }


def _places(module: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield f"{node.name}.{inner.name}", inner
        elif not isinstance(node, ast.Import | ast.ImportFrom):
            yield "module", node


def _asks(node: ast.AST, owned: frozenset[str]) -> bool:
    """Whether a call queries one of these tables. `exists()` says of what in its `where`."""
    if not isinstance(node, ast.Call):
        return False
    if _called(node) in QUERIES:
        return any(_names(one) & owned for one in node.args)
    is_where = isinstance(node.func, ast.Attribute) and node.func.attr == "where"
    return is_where and _on_bare_exists(node) and any(_names(one) & owned for one in node.args)


def _on_bare_exists(node: ast.Call) -> bool:
    asked = node.func.value if isinstance(node.func, ast.Attribute) else None
    return isinstance(asked, ast.Call) and _called(asked) == "exists"


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def _names(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
