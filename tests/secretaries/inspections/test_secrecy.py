"""Who was interviewed and what was said: read by those who may, and found nowhere else."""

import logging
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from architecture.api_document import Operation, operations, read_document
from architecture.test_operations import PUBLIC
from factories.world import World
from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.audit.seal import seal_next
from gongwei.core.crypto import current_vault
from gongwei.core.db import Database, narrow
from gongwei.secretaries.inspections.models import Interview, InterviewGroup
from gongwei.tables import metadata
from secretaries.inspections.test_workflow_over_http import WHO
from secretaries.inspections.written import INTERVIEWEE, NOTES, act, complete, heard
from secretaries.secretariat import Body, Secretariat, days, refusal

SECRETS = (INTERVIEWEE, NOTES)
READERS = {"list_interviews", "read_interview"}
"""The operations that show what was said."""
MAY_READ = [
    role for role, held in ROLE_PERMISSIONS.items() if Permission.INSPECTION_NOTES_READ in held
]


def leaked(told: str) -> list[str]:
    """The secrets in a text, however JSON or Python may have written them."""
    escaped = {one: one.encode("unicode_escape").decode() for one in SECRETS}
    return [one for one in SECRETS if one in told or escaped[one] in told]


async def answered(
    client: AsyncClient, world: World, who: str, ids: Body
) -> dict[str, tuple[Operation, str]]:
    """Everything that can be read, as somebody gets it."""
    found = {}
    for operation in operations(await read_document(client)):
        if operation.method != "GET" or operation.id in PUBLIC:
            continue
        asked = {} if operation.parameters else {"limit": 200, "scope": "subtree"}
        answer = await client.get(operation.address(ids), params=asked, headers=world.headers(who))
        found[operation.id] = (operation, answer.text)
    return found


@pytest.fixture
async def kept(desk: Secretariat) -> Body:
    """A concluded inspection whose interviews were entered, corrected and partly taken back."""
    made = await complete(desk)
    path = f"inspections/{made['id']}/interviews"
    wrong = await heard(desk, made, interviewee=INTERVIEWEE, notes=NOTES)
    assert (await desk.send("officer", "DELETE", f"{path}/{wrong['id']}")).status_code == 204
    one = (await desk.read("officer", path))["items"][0]
    corrected = await desk.send(
        "officer", "PATCH", f"{path}/{one['id']}", json={"notes": f"更正：{NOTES}"},
        headers={"If-Match": f'"{one["version"]}"'},
    )  # fmt: skip
    assert corrected.status_code == 200
    again = {"group": "masses", "held_on": str(days(0)), "interviewee": INTERVIEWEE}
    entered = await desk.send(
        "officer", "POST", path, json={**again, "notes": NOTES},
        headers={"Idempotency-Key": "entering"},
    )  # fmt: skip
    assert entered.status_code == 201
    await act(desk, "officer", made, "report")
    await act(desk, "leader", made, "conclude")
    return {
        "inspection_id": made["id"], "interview_id": entered.json()["id"],
        "nomination_id": made["nomination_id"], "organisation_id": made["organisation_id"],
    }  # fmt: skip


def test_only_the_committee_reads_notes() -> None:
    assert MAY_READ == [Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER]


@pytest.mark.parametrize("role", list(Role))
async def test_nothing_that_can_be_read_shows_what_was_said_to_those_who_may_not(
    desk: Secretariat, kept: Body, role: Role
) -> None:
    found = await answered(desk.client, desk.world, WHO.get(role, role.value), kept)
    assert len(found) > 50
    showing = {name for name, (_, told) in found.items() if leaked(told)}
    assert showing == (READERS if role in MAY_READ else set())


@pytest.mark.parametrize("role", list(Role))
async def test_interviews_are_whole_restricted_or_unknown(
    desk: Secretariat, kept: Body, role: Role
) -> None:
    path = f"inspections/{kept['inspection_id']}/interviews"
    who, held = WHO.get(role, role.value), ROLE_PERMISSIONS[role]
    for address in (path, f"{path}/{kept['interview_id']}"):
        answer = await desk.send(who, "GET", address)
        if Permission.INSPECTIONS_READ not in held:
            assert refusal(answer) == (404, "not_found")
            continue
        told = answer.json()
        shown = told.get("items", [told])
        seen = {(one["interviewee"], one["restricted"]) for one in shown}
        assert seen == ({(INTERVIEWEE, False)} if role in MAY_READ else {(None, True)})
        assert {one["notes"] is None for one in shown} == {role not in MAY_READ}
        assert {one["people"] for one in shown} <= {1, 4}


async def test_what_is_recorded_names_the_group_and_no_more(
    desk: Secretariat, kept: Body, session: AsyncSession
) -> None:
    shown = await desk.read("auditor", "audit-entries", subject_type="interview", limit=200)
    assert len(shown["items"]) == 7
    assert {one["subject_label"] for one in shown["items"]} == {"leaders", "members", "masses"}
    entered = [one["changes"] for one in shown["items"] if one["action"] == "interview.create"]
    assert {(str(one["interviewee"]), str(one["notes"])) for one in entered} == {
        ("{'hidden': True}", "{'hidden': True}")
    }
    exported = await desk.send("auditor", "GET", "audit-entries/export")
    assert exported.text.count("interview.") == 7
    assert leaked(exported.text) == []


async def test_no_row_of_any_table_holds_what_was_said_in_the_clear(
    desk: Secretariat, kept: Body, database: Database
) -> None:
    async with database.new_session() as session:
        await narrow(session, "*")
        await seal_next(session)
        for name in sorted(metadata.tables):
            rows = await session.execute(text(f"SELECT t::text FROM {name} AS t"))
            told = "\n".join(row[0] for row in rows)
            assert leaked(told) == [], name
            assert [one for one in SECRETS if one.encode().hex() in told] == [], name


async def test_the_columns_hold_ciphertext_that_the_vault_opens(
    desk: Secretariat, kept: Body, session: AsyncSession
) -> None:
    raw = await session.execute(
        text("SELECT interviewee, notes FROM interview WHERE id = :id"),
        {"id": UUID(kept["interview_id"])},
    )
    interviewee, notes = (bytes(value) for value in raw.one())
    for blob, secret in ((interviewee, INTERVIEWEE), (notes, NOTES)):
        assert blob[0] == 1
        assert secret.encode() not in blob
        assert len(blob) == 1 + 12 + len(secret.encode()) + 16
    vault = current_vault()
    assert vault.decrypt(interviewee, "interview.interviewee") == INTERVIEWEE
    assert vault.decrypt(notes, "interview.notes") == NOTES


BAD: list[dict[str, Any]] = [
    {"notes": NOTES * 600},
    {"notes": [NOTES]},
    {"notes": f"{NOTES}\x07"},
    {"interviewee": INTERVIEWEE * 60},
    {"interviewee": f"{INTERVIEWEE}\n{INTERVIEWEE}"},
    {"interviewee": {INTERVIEWEE: NOTES}},
    {"group": NOTES},
    {"held_on": NOTES},
    {"people": NOTES},
    {NOTES: INTERVIEWEE},
    {"held_on": str(days(2))},
]


@pytest.mark.parametrize("body", BAD)
async def test_no_refusal_repeats_what_was_sent(
    desk: Secretariat, body: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    made = await complete(desk)
    path = f"inspections/{made['id']}/interviews"
    one = (await desk.read("officer", path))["items"][0]
    said = {"interviewee": INTERVIEWEE, "notes": NOTES}
    given = {"group": "members", "held_on": str(days(0)), **said, **body}
    match = {"If-Match": f'"{one["version"]}"'}
    with caplog.at_level(logging.DEBUG):
        for language in ("zh", "en"):
            accept = {"Accept-Language": language}
            for answer in (
                await desk.send("officer", "POST", path, json=given, headers=accept),
                await desk.send(
                    "officer", "PATCH", f"{path}/{one['id']}", json=given,
                    headers={**match, **accept},
                ),
            ):  # fmt: skip
                told = answer.json()
                assert answer.status_code == 422
                pointers = [fault.pop("pointer") for fault in told["errors"]]
                assert leaked(str(told)) == []
                unknown = [f"/{name}" for name in body if name == NOTES]
                assert [one for one in pointers if leaked(one)] == unknown
    assert leaked(caplog.text) == []


async def test_no_refusal_of_rights_or_state_tells_what_was_said(
    desk: Secretariat, kept: Body, caplog: pytest.LogCaptureFixture
) -> None:
    path = f"inspections/{kept['inspection_id']}/interviews"
    body = {
        "group": "members", "held_on": str(days(0)), "interviewee": INTERVIEWEE, "notes": NOTES,
    }  # fmt: skip
    with caplog.at_level(logging.DEBUG):
        for role in Role:
            who = WHO.get(role, role.value)
            for method, address in (
                ("POST", path), ("PATCH", f"{path}/{kept['interview_id']}"),
                ("DELETE", f"{path}/{kept['interview_id']}"),
            ):  # fmt: skip
                given = {} if method == "DELETE" else {"json": body}
                answer = await desk.send(who, method, address, headers={"If-Match": '"9"'}, **given)
                assert answer.status_code in (403, 404, 409), (role, method)
                assert leaked(answer.text) == []
        broken = f'{{"notes": "{NOTES}", "interviewee": '
        answer = await desk.send("officer", "POST", path, content=broken.encode())
        assert answer.status_code in (400, 422)
        assert leaked(answer.text) == []
    assert leaked(caplog.text) == []


async def test_the_same_request_is_answered_again_to_its_sender_alone(
    desk: Secretariat, kept: Body
) -> None:
    path = f"inspections/{kept['inspection_id']}/interviews"
    body = {
        "group": "masses", "held_on": str(days(0)), "interviewee": INTERVIEWEE, "notes": NOTES,
    }  # fmt: skip
    key = {"Idempotency-Key": "entering"}
    again = await desk.send("officer", "POST", path, json=body, headers=key)
    assert (again.status_code, again.headers["idempotent-replayed"]) == (201, "true")
    for who in ("department_leader", "secretary", "system_admin"):
        answer = await desk.send(who, "POST", path, json=body, headers=key)
        assert answer.status_code in (403, 404)
        assert leaked(answer.text) == []


async def test_a_failure_of_the_database_says_nothing_of_it(
    separate: Database, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = UUID(int=0)
    lost = Interview(
        organisation_id=nowhere, inspection_id=nowhere, group=InterviewGroup.MEMBERS,
        held_on=days(0), interviewee=INTERVIEWEE, notes=NOTES,
    )  # fmt: skip
    async with separate.new_session() as session:
        await narrow(session, "*")
        session.add(lost)
        with pytest.raises(IntegrityError) as failed:
            await session.flush()
    assert "SQL parameters hidden" in str(failed.value)
    assert leaked(str(failed.value) + caplog.text) == []
