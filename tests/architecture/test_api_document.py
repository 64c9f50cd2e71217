"""The document tells of headers, refusals and limits what the program does, and the program what it
tells.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema_rs
import pytest
from httpx import Response

from architecture.api_document import Operation, operations, read_document, resolved
from architecture.committee import Tried
from architecture.requests_by_operation import send
from architecture.test_operations import PUBLIC
from gongwei.access.permissions import Role
from gongwei.commands.openapi import document as printed
from gongwei.core.schema_limits import EXACT, INT32, LONGEST_TEXT

Document = Mapping[str, Any]

TOLD = ("ETag", "Location", "Link", "Retry-After", "Idempotent-Replayed", "WWW-Authenticate")
"""Headers that a caller acts on."""
ALWAYS = ("ETag", "Location")
"""Those that are there whenever they are told of."""

WRITES = ("POST", "PUT", "PATCH", "DELETE")
NEVER_REPLAYED = {
    "look_up_member",
    "switch_role",
    "create_calendar_link",
    "ask_service_confirmation",
    "create_ballot_session",
    "issue_ballot_papers",
    "print_ballot_slips",
    "cast_own_ballot",
}
"""Their answers are secrets, which are kept nowhere, or what is asked is."""

UNTAGGED = {
    "follow_job",
    "export_audit_entries",
    "export_members",
    "download_marked_workbook",
    "print_inspection_report",
    "print_talk",
    "print_duty_report",
    "read_calendar_feed",
    "print_certificate",
    "print_volunteer_transcript",
    "print_own_volunteer_transcript",
    "print_duty_result_notice",
    "export_duty_results",
}
"""Sent piece by piece, or made anew for each reader."""


@pytest.fixture(scope="module")
def document() -> Document:
    made: Document = json.loads(json.dumps(printed()))
    return made


def described(document: Document) -> Iterator[tuple[Operation, Document]]:
    for operation in operations(document):
        yield operation, document["paths"][operation.path][operation.method.lower()]


def taken(document: Document, operation: Document) -> dict[str, Document]:
    """The headers that an operation takes, by name."""
    known = [resolved(document, one) for one in operation.get("parameters", [])]
    return {one["name"]: one for one in known if one["in"] == "header"}


def test_every_write_takes_an_idempotency_key(document: Document) -> None:
    without = {
        operation.id
        for operation, node in described(document)
        if operation.method in WRITES and "Idempotency-Key" not in taken(document, node)
    }
    public = {one.id for one in operations(document) if one.id in PUBLIC and one.method == "POST"}
    assert without == NEVER_REPLAYED | public
    assert public == {
        "sign_in", "refresh_token", "sign_out", "answer_service_confirmation", "cast_public_ballot",
    }  # fmt: skip


def test_every_read_takes_the_tag_that_it_gives(document: Document) -> None:
    without = {
        operation.id
        for operation, node in described(document)
        if operation.method == "GET" and "If-None-Match" not in taken(document, node)
    }
    assert without == UNTAGGED | {"read_health", "read_readiness"}
    for operation, node in described(document):
        if operation.method == "GET":
            told = "ETag" in node["responses"].get("200", {}).get("headers", {})
            assert (operation.id, told) == (operation.id, operation.id not in without)
            assert ("304" in node["responses"]) == told


REPLACED_OR_NEW = {"enter_calendar_year"}
"""What takes `If-None-Match: *` in the place of `If-Match`, to be entered for the first time."""


def test_every_change_asks_for_the_version_that_it_is_based_on(document: Document) -> None:
    asked = {one.id for one, node in described(document) if "If-Match" in taken(document, node)}
    assert {one.id for one in operations(document) if one.method == "PATCH"} <= asked
    for operation, node in described(document):
        if operation.id in asked:
            needed = taken(document, node)["If-Match"]["required"]
            assert (operation.id, needed) == (operation.id, operation.id not in REPLACED_OR_NEW)
            assert {"412", "428"} <= set(node["responses"])


def test_every_refusal_is_described_as_a_problem_document(document: Document) -> None:
    for operation, node in described(document):
        refusals = {s: resolved(document, r) for s, r in node["responses"].items() if s[0] in "45"}
        assert {"4XX", "5XX", "500", "503"} <= set(refusals), operation.id
        assert ("401" in refusals) or operation.id in PUBLIC, operation.id
        for refusal in refusals.values():
            assert list(refusal["content"]) == ["application/problem+json"]
    assert "429" in document["paths"]["/api/v1/auth/token"]["post"]["responses"]


def test_no_request_relies_on_the_general_limit_of_a_text(document: Document) -> None:
    sent = [
        node.get(part) for _, node in described(document) for part in ("requestBody", "parameters")
    ]
    schemas = document["components"]["schemas"]
    named = {name for part in sent for name in references(part, schemas)}
    assert len(named) > 60
    found = [
        name
        for name in sorted(named)
        for node in nodes(schemas[name])
        if node.get("maxLength") == LONGEST_TEXT
    ]
    assert found == []
    assert [node for node in nodes(sent) if node.get("maxLength") == LONGEST_TEXT] == []


def test_no_request_relies_on_the_general_limit_of_a_number(document: Document) -> None:
    sent = [
        node.get(part) for _, node in described(document) for part in ("requestBody", "parameters")
    ]
    schemas = document["components"]["schemas"]
    named = {name: schemas[name] for part in sent for name in references(part, schemas)}
    numbers = [
        (name, node)
        for name, schema in [*named.items(), ("", sent)]
        for node in nodes(schema)
        if node.get("type") == "integer"
    ]
    assert len(numbers) > 40
    general = {INT32, -INT32 - 1, EXACT, -EXACT}
    limits = ("minimum", "maximum")
    assert [one for one in numbers if general & {one[1].get(limit) for limit in limits}] == []


def nodes(node: Any) -> Iterator[Document]:
    """Every object in a part of the document."""
    if isinstance(node, dict):
        yield node
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for one in inner:
        yield from nodes(one)


def references(node: Any, schemas: Document) -> set[str]:
    """The schemas that a part of the document stands on, near and far."""
    found: set[str] = set()
    todo = [node]
    while todo:
        for one in nodes(todo.pop()):
            name = str(one.get("$ref", "")).removeprefix("#/components/schemas/")
            if name in schemas and name not in found:
                found.add(name)
                todo.append(schemas[name])
    return found


async def answers(tried: Tried, document: Document) -> list[tuple[Operation, Document, Response]]:
    """Every operation that somebody can do now, as it is answered to the first who can."""
    found = []
    for operation, node in described(document):
        if operation.id in PUBLIC:
            continue
        for key in operation.keyed():
            for role in Role:
                answer = await _undone(tried, operation, key, role)
                if answer.status_code < 300:
                    found.append((operation, node, answer))
                    break
    return found


async def _undone(tried: Tried, operation: Operation, key: str, role: Role) -> Response:
    headers = tried.seeded.world.headers(f"{role}_here")
    place = tried.seeded.places["finance"]
    async with tried.connection.begin_nested() as undone:
        answer = await send(tried.client, operation, key, place, headers)
        await undone.rollback()
    return answer


def untrue(document: Document, node: Document, answer: Response) -> list[str]:
    """What an answer has and its description lacks, or the other way round."""
    told = resolved(document, node["responses"].get(str(answer.status_code), {}))
    if not told:
        return [f"{answer.status_code} is not described"]
    named = set(told.get("headers", {}))
    wrong = [f"{one} is sent" for one in TOLD if one in answer.headers and one not in named]
    wrong += [f"{one} is missing" for one in ALWAYS if one in named and one not in answer.headers]
    kind = answer.headers.get("content-type", "").split(";")[0]
    content = told.get("content", {})
    if answer.content and content and not {kind, "*/*"} & content.keys():
        return [*wrong, f"{kind} is not described"]
    if kind == "application/json" and kind in content:
        schema = {**content[kind]["schema"], "components": document["components"]}
        fault = next(jsonschema_rs.iter_errors(schema, answer.json()), None)
        wrong += [f"{fault.message[:200]} at {fault.instance_path}"] if fault else []
    return wrong


async def test_answers_are_as_they_are_described(tried: Tried) -> None:
    document = await read_document(tried.client)
    seen = await answers(tried, document)
    wrong = {
        operation.id: faults
        for operation, node, answer in seen
        if (faults := untrue(document, node, answer))
    }
    assert wrong == {}
    assert len({operation.id for operation, _, _ in seen}) > 100


NEVER_TWICE = {"read_shift_code", "read_own_attendance"}
"""What tells the server's time is another answer at each moment."""


async def test_what_the_caller_holds_is_not_sent_again(tried: Tried) -> None:
    document = await read_document(tried.client)
    tried_out = 0
    for operation, node, answer in await answers(tried, document):
        if "If-None-Match" not in taken(document, node) or answer.status_code != 200:
            continue
        if operation.id in NEVER_TWICE:
            continue
        # Asked anew, because taking a workbook home has since added to the audit log.
        address, asked = str(answer.request.url), dict(answer.request.headers)
        held = await tried.client.get(address, headers=asked)
        asked["If-None-Match"] = held.headers["ETag"]
        again = await tried.client.get(address, headers=asked)
        assert (operation.id, again.status_code, again.content) == (operation.id, 304, b"")
        assert untrue(document, node, again) == []
        tried_out += 1
    assert tried_out > 50


def test_a_planted_untruth_is_caught(document: Document) -> None:
    node = document["paths"]["/api/v1/units/{unit_id}"]["get"]
    bare = Response(200, json=[], headers={"Location": "/x"})
    assert untrue(document, node, bare) == [
        "Location is sent",
        "ETag is missing",
        '[] is not of type "object" at []',
    ]
    assert untrue(document, node, Response(202)) == ["202 is not described"]
