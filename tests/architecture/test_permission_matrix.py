"""Role × operation × own, sibling and parent subtree: the program does what the role table says."""

from collections.abc import Iterable

import pytest
from httpx import Response
from sqlalchemy import true

from architecture.api_document import Operation, operations, read_document
from architecture.committee import Tried
from architecture.requests_by_operation import send
from architecture.seeding import Place
from architecture.test_operations import PUBLIC
from gongwei.access.permissions import ROLE_PERMISSIONS, Role
from gongwei.access.permissions import Permission as P  # noqa: N817

ANYBODY: dict[str, P | None] = {
    "list_permissions": None,
    "read_code_tables": None,
    "read_me": None,
    "start_otp": None,
    "confirm_otp": None,
    "change_password": None,
    "list_own_tasks": None,
    "list_own_talks": None,
    "read_home": P.HOME_READ,
    "verify_audit_entries": P.AUDIT_READ,
    "list_actors": P.AUDIT_READ,
}
"""Operations on the caller's own account or on the whole program, with no place to be tried at."""

LISTS: dict[str, tuple[P, str]] = {
    "list_users": (P.USERS_READ, "user_id"),
    "list_role_assignments": (P.ROLE_ASSIGNMENTS_READ, "assignment_id"),
    "list_organisations": (P.ORGANISATIONS_READ, "organisation_id"),
    "read_organisation_tree": (P.ORGANISATIONS_READ, "organisation_id"),
    "list_organisation_changes": (P.ORGANISATIONS_READ, "change_id"),
    "list_units": (P.ORGANISATIONS_READ, "unit_id"),
    "list_terms": (P.ORGANISATIONS_READ, "term_id"),
    "list_members": (P.MEMBERS_READ, "member_id"),
    "list_secretaries": (P.SECRETARIES_READ, "secretary_id"),
    "list_nomination_batches": (P.NOMINATIONS_READ, "batch_id"),
    "list_nominations": (P.NOMINATIONS_READ, "nomination_id"),
    "list_inspections": (P.INSPECTIONS_READ, "inspection_id"),
    "list_talks": (P.TALKS_READ, "talk_id"),
    "list_tasks": (P.TASKS_READ, "task_id"),
    "list_files": (P.FILES_READ, "file_id"),
    "list_imports": (P.IMPORTS_PREPARE, "import_id"),
    "list_audit_entries": (P.AUDIT_READ, "entry_id"),
}
"""The lists, and the record that each shows to those who may read it."""

NEEDED: dict[str, P] = {
    "create_user": P.USERS_WRITE,
    "read_user": P.USERS_READ,
    "change_user": P.USERS_WRITE,
    "act_on_user:disable": P.USERS_WRITE,
    "act_on_user:enable": P.USERS_WRITE,
    "act_on_user:unlock": P.USERS_WRITE,
    "act_on_user:reset_password": P.USERS_WRITE,
    "act_on_user:reset_otp": P.USERS_WRITE,
    "read_user_history": P.USERS_READ,
    "create_role_assignment": P.ROLE_ASSIGNMENTS_WRITE,
    "read_role_assignment": P.ROLE_ASSIGNMENTS_READ,
    "act_on_role_assignment:end": P.ROLE_ASSIGNMENTS_WRITE,
    "read_role_assignment_history": P.ROLE_ASSIGNMENTS_READ,
    "create_organisation": P.ORGANISATIONS_WRITE,
    "read_organisation": P.ORGANISATIONS_READ,
    "change_organisation": P.ORGANISATIONS_WRITE,
    "list_organisation_children": P.ORGANISATIONS_READ,
    "list_organisation_ancestors": P.ORGANISATIONS_READ,
    "list_organisation_edges": P.ORGANISATIONS_READ,
    "read_organisation_timeline": P.ORGANISATIONS_READ,
    "read_organisation_history": P.ORGANISATIONS_READ,
    "read_organisation_summary": P.ORGANISATIONS_READ,
    "read_organisation_advice": P.ORGANISATIONS_READ,
    "list_member_counts": P.ORGANISATIONS_READ,
    "create_organisation_change": P.ORGANISATION_CHANGES_PREPARE,
    "read_organisation_change": P.ORGANISATIONS_READ,
    "change_organisation_change": P.ORGANISATION_CHANGES_PREPARE,
    "delete_organisation_change": P.ORGANISATION_CHANGES_PREPARE,
    "preview_organisation_change": P.ORGANISATIONS_READ,
    "act_on_organisation_change:submit": P.ORGANISATION_CHANGES_SUBMIT,
    "act_on_organisation_change:approve": P.ORGANISATION_CHANGES_APPROVE,
    "act_on_organisation_change:apply": P.ORGANISATION_CHANGES_APPROVE,
    "act_on_organisation_change:return": P.ORGANISATION_CHANGES_APPROVE,
    "act_on_organisation_change:reject": P.ORGANISATION_CHANGES_APPROVE,
    "act_on_organisation_change:withdraw": P.ORGANISATION_CHANGES_SUBMIT,
    "read_organisation_change_history": P.ORGANISATIONS_READ,
    "create_unit": P.UNITS_WRITE,
    "read_unit": P.ORGANISATIONS_READ,
    "change_unit": P.UNITS_WRITE,
    "act_on_unit:close": P.UNITS_WRITE,
    "act_on_unit:reopen": P.UNITS_WRITE,
    "read_unit_history": P.ORGANISATIONS_READ,
    "create_term": P.TERMS_WRITE,
    "read_term": P.ORGANISATIONS_READ,
    "change_term": P.TERMS_WRITE,
    "act_on_term:start_election": P.TERMS_WRITE,
    "act_on_term:end": P.TERMS_WRITE,
    "read_term_history": P.ORGANISATIONS_READ,
    "export_members": P.MEMBERS_READ,
    "create_member": P.MEMBERS_WRITE,
    "read_member": P.MEMBERS_READ,
    "change_member": P.MEMBERS_WRITE,
    "list_memberships": P.MEMBERS_READ,
    "read_member_history": P.MEMBERS_READ,
    "transfer_member": P.MEMBERS_WRITE,
    "remove_member": P.MEMBERS_WRITE,
    "readmit_member": P.MEMBERS_WRITE,
    "reveal_member": P.MEMBERS_REVEAL,
    "create_secretary": P.SECRETARIES_WRITE,
    "list_vacancies": P.SECRETARIES_READ,
    "read_secretary": P.SECRETARIES_READ,
    "change_secretary": P.SECRETARIES_WRITE,
    "act_on_secretary:request_end": P.SECRETARIES_REQUEST,
    "act_on_secretary:withdraw": P.SECRETARIES_REQUEST,
    "act_on_secretary:consent": P.SECRETARIES_CONSENT,
    "act_on_secretary:refuse": P.SECRETARIES_CONSENT,
    "act_on_secretary:end": P.SECRETARIES_WRITE,
    "read_secretary_history": P.SECRETARIES_READ,
    "create_nomination_batch": P.NOMINATIONS_PREPARE,
    "read_nomination_batch": P.NOMINATIONS_READ,
    "change_nomination_batch": P.NOMINATIONS_PREPARE,
    "act_on_nomination_batch:submit": P.NOMINATIONS_SUBMIT,
    "act_on_nomination_batch:start_inspection": P.NOMINATIONS_INSPECT,
    "act_on_nomination_batch:conclude": P.NOMINATIONS_INSPECT,
    "act_on_nomination_batch:endorse": P.NOMINATIONS_ENDORSE,
    "act_on_nomination_batch:approve": P.NOMINATIONS_APPROVE,
    "act_on_nomination_batch:appoint": P.NOMINATIONS_APPOINT,
    "act_on_nomination_batch:return": P.NOMINATIONS_RETURN,
    "act_on_nomination_batch:reject": P.NOMINATIONS_APPROVE,
    "act_on_nomination_batch:withdraw": P.NOMINATIONS_SUBMIT,
    "read_nomination_batch_history": P.NOMINATIONS_READ,
    "create_nomination": P.NOMINATIONS_PREPARE,
    "read_nomination": P.NOMINATIONS_READ,
    "change_nomination": P.NOMINATIONS_PREPARE,
    "delete_nomination": P.NOMINATIONS_PREPARE,
    "act_on_nomination:submit": P.NOMINATIONS_SUBMIT,
    "act_on_nomination:start_inspection": P.NOMINATIONS_INSPECT,
    "act_on_nomination:conclude": P.NOMINATIONS_INSPECT,
    "act_on_nomination:endorse": P.NOMINATIONS_ENDORSE,
    "act_on_nomination:approve": P.NOMINATIONS_APPROVE,
    "act_on_nomination:appoint": P.NOMINATIONS_APPOINT,
    "act_on_nomination:return": P.NOMINATIONS_RETURN,
    "act_on_nomination:reject": P.NOMINATIONS_APPROVE,
    "act_on_nomination:withdraw": P.NOMINATIONS_SUBMIT,
    "read_nomination_history": P.NOMINATIONS_READ,
    "create_inspection": P.INSPECTIONS_CONDUCT,
    "read_inspection": P.INSPECTIONS_READ,
    "change_inspection": P.INSPECTIONS_CONDUCT,
    "act_on_inspection:start": P.INSPECTIONS_CONDUCT,
    "act_on_inspection:report": P.INSPECTIONS_CONDUCT,
    "act_on_inspection:return": P.INSPECTIONS_CONCLUDE,
    "act_on_inspection:conclude": P.INSPECTIONS_CONCLUDE,
    "read_inspection_history": P.INSPECTIONS_READ,
    "list_interviews": P.INSPECTIONS_READ,
    "create_interview": P.INSPECTIONS_CONDUCT,
    "read_interview": P.INSPECTIONS_READ,
    "change_interview": P.INSPECTIONS_CONDUCT,
    "delete_interview": P.INSPECTIONS_CONDUCT,
    "read_interview_history": P.INSPECTIONS_READ,
    "create_talk": P.TALKS_WRITE,
    "read_talk": P.TALKS_READ,
    "change_talk": P.TALKS_WRITE,
    "act_on_talk:hold": P.TALKS_WRITE,
    "act_on_talk:open_rectification": P.TALKS_WRITE,
    "act_on_talk:submit": P.TALKS_RECTIFY,
    "act_on_talk:verify": P.TALKS_VERIFY,
    "act_on_talk:reject": P.TALKS_VERIFY,
    "act_on_talk:cancel": P.TALKS_WRITE,
    "read_talk_history": P.TALKS_READ,
    "create_task": P.TASKS_WRITE,
    "list_assignees": P.TASKS_WRITE,
    "read_task": P.TASKS_READ,
    "change_task": P.TASKS_WRITE,
    "change_task:evidence": P.TASKS_WORK,
    "act_on_task:start": P.TASKS_WORK,
    "act_on_task:submit": P.TASKS_WRITE,
    "act_on_task:verify": P.TASKS_VERIFY,
    "act_on_task:reject": P.TASKS_VERIFY,
    "act_on_task:extend": P.TASKS_WRITE,
    "act_on_task:cancel": P.TASKS_WRITE,
    "read_task_history": P.TASKS_READ,
    "create_file": P.FILES_WRITE,
    "read_file": P.FILES_READ,
    "download_file": P.FILES_READ,
    "create_import": P.IMPORTS_PREPARE,
    "read_import": P.IMPORTS_PREPARE,
    "change_import": P.IMPORTS_PREPARE,
    "act_on_import:check": P.IMPORTS_PREPARE,
    "act_on_import:commit": P.IMPORTS_COMMIT,
    "act_on_import:reopen": P.IMPORTS_PREPARE,
    "act_on_import:cancel": P.IMPORTS_PREPARE,
    "list_import_faults": P.IMPORTS_PREPARE,
    "list_import_rows": P.IMPORTS_PREPARE,
    "download_marked_workbook": P.IMPORTS_PREPARE,
    "read_import_history": P.IMPORTS_PREPARE,
    "read_job": P.IMPORTS_PREPARE,
    "follow_job": P.IMPORTS_PREPARE,
    "export_audit_entries": P.AUDIT_READ,
    "read_audit_entry": P.AUDIT_READ,
}
"""Every other operation, or `operation:action`, and the permission that it takes."""

OWN_ASSIGNMENT = "switch_role"
"""Refused for everybody's records but one's own; tried in the tests of roles."""

OWN_TALK = "act_on_talk:acknowledge"
"""Refused for talks with others; tried in the tests of talks."""

DONE = frozenset({200, 201, 202, 204})
IMPOSSIBLE_NOW = frozenset({409, 412})
"""Refusals of the record's state, which come after the refusals of rights."""

EXPECTED_OF_ANYBODY = {"confirm_otp": {409, 422}, "change_password": {422}}
"""Nothing that was set up before: no code and no password fit."""

Known = dict[str, Operation]


@pytest.fixture
async def known(tried: Tried) -> Known:
    """The operations of the document by key."""
    found = operations(await read_document(tried.client))
    return {key: one for one in found for key in (one.keyed() if one.actions else [one.id])}


def tried_keys() -> set[str]:
    return {*ANYBODY, *LISTS, *NEEDED, OWN_ASSIGNMENT, OWN_TALK}


async def test_the_tables_name_every_operation_and_action_of_the_document(known: Known) -> None:
    assert len(known) > 60
    assert set(known) - PUBLIC == tried_keys() - {"change_task:evidence"}


async def mistakes(tried: Tried, known: Known, role: Role, keys: Iterable[str]) -> list[str]:
    """What a role may do and is refused, or may not do and is allowed, among these operations."""
    found = []
    for key in keys:
        if key in ANYBODY:
            found.append(await _of_anybody(tried, known, role, key))
            continue
        judge = _listed if key in LISTS else _done
        found += [await judge(tried, known, role, key, at) for at in tried.seeded.places]
    return [one for one in found if one]


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_does_what_its_permissions_say_and_no_more(
    tried: Tried, known: Known, role: Role
) -> None:
    assert await mistakes(tried, known, role, [*ANYBODY, *LISTS, *NEEDED]) == []


async def test_a_planted_permission_too_many_or_too_few_is_caught(
    tried: Tried, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ["read_unit", "create_unit", "list_units", "act_on_task:verify"]
    planted = {**ROLE_PERMISSIONS, Role.CLERK: frozenset({P.UNITS_WRITE, P.TASKS_READ})}
    monkeypatch.setattr("gongwei.access.actor.ROLE_PERMISSIONS", planted)
    found = await mistakes(tried, known, Role.CLERK, keys)
    assert [one.split(": ")[0] for one in found] == [
        "read_unit at finance",
        "create_unit at finance",
        "list_units at finance",
    ]


async def test_a_planted_reach_beyond_the_subtree_is_caught(
    tried: Tried, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ["read_unit", "create_task", "list_tasks"]
    monkeypatch.setattr("gongwei.access.scope.below", lambda _path: true())
    found = await mistakes(tried, known, Role.SECRETARY, keys)
    assert [one.split(": ")[0] for one in found] == [
        f"{key} at {at}" for key in keys for at in ("police", "root")
    ]


async def _of_anybody(tried: Tried, known: Known, role: Role, key: str) -> str:
    answer = await _send(tried, known, role, key, tried.seeded.places["finance"])
    needed = ANYBODY[key]
    if needed and needed not in ROLE_PERMISSIONS[role]:
        return _unless(answer.status_code == 403, key, answer)
    return _unless(answer.status_code in EXPECTED_OF_ANYBODY.get(key, DONE), key, answer)


async def _listed(tried: Tried, known: Known, role: Role, key: str, at: str) -> str:
    place = tried.seeded.places[at]
    permission, record = LISTS[key]
    answer = await _send(tried, known, role, key, place)
    if at == "finance" and permission in ROLE_PERMISSIONS[role]:
        shown = answer.status_code == 200 and place.ids[record] in _ids(answer)
        return _unless(shown, f"{key} at {at}", answer)
    return _unless(_refused(answer), f"{key} at {at}", answer)


async def _done(tried: Tried, known: Known, role: Role, key: str, at: str) -> str:
    answer = await _send(tried, known, role, key, tried.seeded.places[at])
    if at == "finance" and NEEDED[key] in ROLE_PERMISSIONS[role]:
        return _unless(answer.status_code in DONE | IMPOSSIBLE_NOW, f"{key} at {at}", answer)
    return _unless(_refused(answer), f"{key} at {at}", answer)


async def _send(tried: Tried, known: Known, role: Role, key: str, place: Place) -> Response:
    """One call; what it writes is undone."""
    operation = known.get(key) or known[key.partition(":")[0]]
    headers = tried.seeded.world.headers(f"{role}_here")
    if operation.method == "GET":
        return await send(tried.client, operation, key, place, headers)
    async with tried.connection.begin_nested() as undone:
        answer = await send(tried.client, operation, key, place, headers)
        await undone.rollback()
    return answer


def _refused(answer: Response) -> bool:
    """Forbidden, not to be known, an empty list, or an organisation that is not to be named."""
    if answer.status_code == 200:
        return answer.json().get("items") == []
    if answer.status_code == 422:
        return _codes(answer) == ["unknown_organisation"]
    return answer.status_code in (403, 404)


def _codes(answer: Response) -> Iterable[str]:
    return [fault["code"] for fault in answer.json()["errors"]]


def _ids(answer: Response) -> set[str]:
    return {item["id"] for item in answer.json()["items"]}


def _unless(right: bool, what: str, answer: Response) -> str:
    return "" if right else f"{what}: {answer.status_code} {answer.text[:200]}"
