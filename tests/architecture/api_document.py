"""The operations of a program, read from its OpenAPI document: `app.routes` hides routers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from httpx import AsyncClient, Response

DOCUMENT = "/api/v1/openapi.json"
SOME_ID = "01890a5d-ac96-774b-bcce-b302099a8057"


@dataclass(frozen=True)
class Operation:
    """One operation. `actions` are the values of its path's `{action}`; `lists`: with `items`."""

    id: str
    method: str
    path: str
    secured: bool
    parameters: tuple[str, ...]
    actions: tuple[str, ...]
    media_type: str | None
    lists: bool

    def keyed(self) -> list[str]:
        """Its id, or `id:action` for each of its actions."""
        return [f"{self.id}:{action}" for action in self.actions] or [self.id]

    def address(self, ids: Mapping[str, str], action: str = "") -> str:
        """The path with its parameters filled in; what `ids` lacks is an id that nothing has."""
        given = {name: ids.get(name, SOME_ID) for name in self.parameters}
        return self.path.format(**{**given, "action": action})


async def read_document(client: AsyncClient) -> Mapping[str, Any]:
    """The document as it is served."""
    answer = await client.get(DOCUMENT)
    assert answer.status_code == 200
    document: Mapping[str, Any] = answer.json()
    return document


def operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    """Every operation of a document."""
    for path, methods in document["paths"].items():
        for method, described in methods.items():
            known = [resolved(document, one) for one in described.get("parameters", [])]
            parameters = [p for p in known if p["in"] == "path"]
            schemas = {p["name"]: resolved(document, p["schema"]) for p in parameters}
            contents = described.get("requestBody", {}).get("content", {})
            yield Operation(
                id=described["operationId"],
                method=method.upper(),
                path=path,
                secured=bool(described.get("security")),
                parameters=tuple(schemas),
                actions=tuple(_values(schemas.get("action", {}))),
                media_type=next(iter(contents), None),
                lists=_answers_items(document, described),
            )


def _values(schema: Mapping[str, Any]) -> list[str]:
    return [schema["const"]] if "const" in schema else list(schema.get("enum", []))


def resolved(document: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a node says, or what it refers to among the components."""
    if "$ref" not in node:
        return node
    kind, name = node["$ref"].rsplit("/", 2)[-2:]
    found: Mapping[str, Any] = document["components"][kind][name]
    return found


def _answers_items(document: Mapping[str, Any], described: Mapping[str, Any]) -> bool:
    content = described["responses"].get("200", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    return "items" in resolved(document, schema).get("properties", {})


def is_problem(answer: Response) -> bool:
    """Whether an answer is a problem document that names its own status."""
    if answer.headers.get("content-type") != "application/problem+json":
        return False
    return bool(answer.json()["status"] == answer.status_code)
