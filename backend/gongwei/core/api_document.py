"""The OpenAPI document: what every operation shares is said here once, from what the operation is.

FastAPI writes paths, bodies and shapes. `ResourceRoute` and `RequestFrame` add to every operation
what no signature tells (entity tags, keys of repeated requests, pages' links, problem documents),
so it is added to the document in the same general way; `tests/architecture/test_api_document.py`
compares it with what the program answers.
"""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from gongwei.core.schema_limits import Node, set_limits
from gongwei.core.schemas import ProblemOut

METHODS = ("get", "put", "post", "delete", "patch")
WRITES = frozenset({"put", "post", "delete", "patch"})
TAGGED = frozenset({"application/json", "*/*"})
"""Answers with an entity tag: data, and files as they were sent. Documents are made anew each time,
and streams have no end.
"""

PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemOut"}}}
TAG_PATTERN = '^(W/)?"[0-9a-f-]{1,64}"$'


def text(longest: int, **more: Any) -> Node:
    """A text's schema."""
    return {"type": "string", "maxLength": longest, **more}


def _header(description: str, schema: Node, **more: Any) -> Node:
    return {"description": description, "schema": schema, **more}


SERVER: Node = {
    "url": "/",
    "description": "The server that this document comes from: in production, or a local one.",
    "x-internal": False,
}
SECONDS: Node = {"type": "integer", "format": "int32", "minimum": 1, "maximum": 86400}

HEADERS: dict[str, Node] = {
    "ETag": _header(
        "Entity tag of this answer. A record's begins with its version; `If-Match` takes it.",
        text(70, pattern=TAG_PATTERN),
    ),
    "Location": _header(
        "Where the new record, or the job that makes it, is read.",
        text(200, format="uri-reference"),
    ),
    "Link": _header(
        'The next page as `rel="next"` (RFC 8288), with the same filters; absent on the last.',
        text(4000),
    ),
    "Idempotent-Replayed": _header(
        "Sent when the answer is that of an earlier request with the same key.",
        {"type": "string", "const": "true"},
    ),
    "Retry-After": _header("Seconds after which the same request may succeed.", SECONDS),
    "WWW-Authenticate": _header("`Bearer`: how to sign in.", {"type": "string", "const": "Bearer"}),
    "X-Request-ID": _header(
        "Number of the request in the log and in the audit entry.", text(64), required=True
    ),
}

PARAMETERS: dict[str, Node] = {
    "Idempotency-Key": {
        "name": "Idempotency-Key",
        "in": "header",
        "description": (
            "Chosen by the caller for one act. For 24 hours the same request with the same key is"
            " done once and answered from store; another request with it is refused (422), and any"
            " while the first still runs (409)."
        ),
        "schema": text(255, minLength=1, pattern="^[ -~]+$"),
    },
    "If-None-Match": {
        "name": "If-None-Match",
        "in": "header",
        "description": "Entity tags that the caller holds, or `*`: 304 when one is still true.",
        "schema": text(4000),
    },
    "If-Match": {
        "name": "If-Match",
        "in": "header",
        "required": True,
        "description": (
            "The entity tag of the record on which the change is based, a list of tags, or `*` for"
            " the record as it is: 428 without, 412 when the record has none of them."
        ),
        "schema": text(1000),
    },
}

REFUSALS: dict[str, tuple[str, tuple[str, ...]]] = {
    "400": ("What was sent cannot be read", ()),
    "401": ("Nobody is signed in, or the sign-in has ended", ("WWW-Authenticate",)),
    "403": ("The caller's role may not do this", ()),
    "404": ("There is no such record, or the caller may not know of it", ()),
    "409": ("The record's state, or another record, does not allow it", ("Retry-After",)),
    "412": ("The record has changed since it was read", ()),
    "413": ("More was sent than is taken: 1 MiB of JSON, 20 MiB of a file", ()),
    "415": ("The file is of a kind that is not taken", ()),
    "422": ("Something that was sent does not fit; `errors` names each by its pointer", ()),
    "428": ("`If-Match` is missing", ()),
    "429": ("Too many attempts", ("Retry-After",)),
    "4XX": ("The request is refused; `code` says why", ()),
    "500": ("Nothing was written; tell the administrator the `request_id`", ()),
    "503": ("Busy, or the database cannot be reached; nothing was written", ("Retry-After",)),
    "5XX": ("Nothing was written; try again, or tell the administrator the `request_id`", ()),
}
"""Problem documents (RFC 9457) by status, with the headers that come along where they apply."""


PROBLEM_ANSWERS: dict[int | str, Node] = {
    status: {"model": ProblemOut, "description": REFUSALS[status][0]} for status in ("4XX", "5XX")
}
"""For the routers: any refusal and any failure is a problem document."""


def refused_with(*statuses: int) -> dict[int | str, Node]:
    """For a route's `responses`: refusals that do not follow from what the operation is."""
    return {status: {"description": REFUSALS[str(status)][0]} for status in statuses}


NEVER_REPLAYED: Node = {"x-never-replayed": True}
"""For a route's `openapi_extra`: its answer holds what is kept nowhere, so it is never repeated."""


def install(app: FastAPI) -> None:
    """Complete the program's document when it is first asked for."""
    generate = app.openapi

    def completed() -> Node:
        before = app.openapi_schema
        document: Node = generate()
        if document is not before:
            _complete(document)
        return document

    app.openapi = completed  # type: ignore[method-assign]


def _complete(document: Node) -> None:
    document["servers"] = [SERVER]
    components = document["components"]
    components["headers"] = HEADERS
    components["parameters"] = PARAMETERS
    components["responses"] = {
        status: _problem(description, headers)
        for status, (description, headers) in REFUSALS.items()
    }
    tags: dict[str, None] = {}
    for path, method, operation in _operations(document):
        tags.update(dict.fromkeys(operation.get("tags", ())))
        operation.setdefault("description", f"{operation['summary']}.")
        _describe_request(method, operation)
        _describe_success(document, method, operation)
        _describe_refusals(path, method, operation)
    document["tags"] = [{"name": name} for name in tags]
    set_limits(document)


def _operations(document: Node) -> Iterator[tuple[str, str, Node]]:
    for path, methods in document["paths"].items():
        for method in METHODS:
            if method in methods:
                yield path, method, methods[method]


def _problem(description: str, headers: tuple[str, ...]) -> Node:
    named = ("X-Request-ID", *headers)
    return {"description": description, "headers": _headers(*named), "content": PROBLEM}


def _headers(*names: str) -> Node:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _describe_request(method: str, operation: Node) -> None:
    """Name the headers that may be sent."""
    given = [_plain(one) for one in operation.get("parameters", [])]
    if _is_replayed(method, operation):
        given.append({"$ref": "#/components/parameters/Idempotency-Key"})
    if method == "get" and _is_tagged(operation):
        given.append({"$ref": "#/components/parameters/If-None-Match"})
    if given:
        operation["parameters"] = given


def _plain(parameter: Node) -> Node:
    """A parameter whose type is seen without looking into alternatives; null is as left out.

    A header that many operations take is described once, unless the operation does it itself.
    """
    if parameter["name"] in PARAMETERS and "description" not in parameter:
        return {"$ref": f"#/components/parameters/{parameter['name']}"}
    schema = parameter["schema"]
    given = [one for one in schema.get("anyOf", []) if one.get("type") != "null"]
    if len(given) == 1 and isinstance(given[0].get("type"), str):
        del schema["anyOf"]
        schema.update({**given[0], **schema, "type": [given[0]["type"], "null"]})
    return parameter


def _is_replayed(method: str, operation: Node) -> bool:
    """Whether a request is answered once and repeated from store."""
    known = method in WRITES and bool(operation.get("security"))
    return known and not operation.keys() & NEVER_REPLAYED.keys()


def _is_tagged(operation: Node) -> bool:
    """Whether a read's answer has an entity tag, from the route class of resources."""
    content = operation["responses"].get("200", {}).get("content", {})
    return "health" not in operation.get("tags", ()) and bool(TAGGED & content.keys())


def _describe_success(document: Node, method: str, operation: Node) -> None:
    responses = operation["responses"]
    for status in [status for status in responses if status.startswith("2")]:
        response = responses[status]
        names = ["X-Request-ID"]
        shape = _shape(document, response)
        if status in ("201", "202"):
            names.append("Location")
        is_record = {"version", "id"} <= shape.keys()
        if is_record if method in WRITES else status == "200" and _is_tagged(operation):
            names.append("ETag")
        if "next_cursor" in shape:
            names.append("Link")
        if _is_replayed(method, operation):
            names.append("Idempotent-Replayed")
        response["headers"] = _headers(*names)
    if method == "get" and _is_tagged(operation):
        responses["304"] = {
            "description": "What the caller holds is still true",
            "headers": _headers("X-Request-ID", "ETag"),
        }


def _shape(document: Node, response: Node) -> Node:
    """The members of an answer; of one of several shapes, those of the first."""
    schema = response.get("content", {}).get("application/json", {}).get("schema", {})
    schema = schema.get("anyOf", [schema])[0]
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    found: Node = schema.get("properties", {})
    return found


def _describe_refusals(path: str, method: str, operation: Node) -> None:
    """Every status that follows from what the operation is; the rest stays under 4XX and 5XX."""
    responses = operation["responses"]
    statuses = {"4XX", "500", "503", "5XX"}
    if operation.get("security"):
        statuses |= {"401", "403"}
    if "{" in path:
        statuses.add("404")
    if method in WRITES and operation.get("security"):
        statuses.add("409")
    if "requestBody" in operation:
        statuses |= {"400", "413"}
        if "multipart/form-data" in operation["requestBody"]["content"]:
            statuses.add("415")
    if operation.get("parameters") or "requestBody" in operation:
        statuses.add("422")
    if _takes_version(operation):
        statuses |= {"412", "428"}
    declared = {status for status in responses if status[0] in "45"}
    for status in sorted(statuses | declared):
        responses.pop(status, None)
        responses[status] = {"$ref": f"#/components/responses/{status}"}


def _takes_version(operation: Node) -> bool:
    parameters = operation.get("parameters", [])
    shared = {"$ref": "#/components/parameters/If-Match"}
    return any(one == shared or one.get("name") == "If-Match" for one in parameters)
