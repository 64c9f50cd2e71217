"""Thousands of requests made up from the document: never a 5xx, each refusal a problem document."""

import uuid
from collections.abc import Callable
from contextlib import suppress
from itertools import chain, cycle
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.transport.requests import ManagedCookiesSession

from contract.conftest import Served
from gongwei.core.crypto import Vault, configure_vault

ROLES = ("officer", "system_admin", "security_admin", "auditor")
FITTING, UNFITTING = 15, 9
"""Cases an operation at most, that fit the document and that do not."""

CASES = 2000
"""At least so many in all. The roles take turns; the first case of an operation is everybody's."""

BEFORE_SIGNING_IN = ("/api/v1/auth/", "/api/v1/public/", "/healthz", "/readyz")
"""Tried once, as a stranger: with a token some of them would end the session of the test."""

made_up = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class Callers:
    """People signed in who send cases in turn, over one connection, and note what is wrong with
    the answers.
    """

    def __init__(self, served: Served, connection: ManagedCookiesSession) -> None:
        self.served = served
        self.connection = connection
        self.ids = served.seeded.places["finance"].ids
        self.cases = 0
        self.wrong: list[str] = []

    def send(self, case: Case, who: str | None) -> None:
        """Send a case as somebody, or as a stranger."""
        headers = self._headers(case, who) if who else {}
        answer = case.call(
            base_url=self.served.url, session=self.connection, headers=headers, timeout=60
        )
        kind = (answer.headers.get("content-type") or [""])[0]
        if answer.status_code >= 500 or (
            answer.status_code >= 400 and kind != "application/problem+json"
        ):
            said = f"{answer.status_code} {kind} to {who}"
            self.wrong.append(f"{said}: {case.as_curl_command(headers)}")

    def _headers(self, case: Case, who: str) -> dict[str, str]:
        headers = self.served.seeded.world.headers(who)
        if case.method.upper() == "PATCH":
            read = case.operation.schema[case.path]["GET"]
            found = read.Case(path_parameters=case.path_parameters).call(
                base_url=self.served.url, session=self.connection, headers=headers
            )
            tags = found.headers.get("etag")
            headers["If-Match"] = tags[0] if tags else '"1"'
        return headers

    def try_all(self, operation: APIOperation[Any, Any, Any, Any]) -> None:
        """Send cases that fit the document, on records that there are, and cases that do not."""
        fitting = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
        self._try(operation, fitting, FITTING, self._existing)
        unfitting = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)
        with suppress(Unsatisfiable):  # what takes nothing cannot be given it wrongly
            self._try(operation, unfitting, UNFITTING, lambda case: case)

    def _try(
        self,
        operation: APIOperation[Any, Any, Any, Any],
        strategy: Any,
        most: int,
        change: Callable[[Case], Case],
    ) -> None:
        strange = operation.path.startswith(BEFORE_SIGNING_IN)
        turns = chain([(None,)] if strange else [ROLES], cycle([(one,) for one in ROLES]))

        @given(strategy)
        @settings(made_up, max_examples=most)
        def send(case: Case) -> None:
            self.cases += 1
            for who in next(turns):
                self.send(change(case), None if strange else who)

        send()

    def _existing(self, case: Case) -> Case:
        """The case with the ids of records that there are, wherever it has made some up."""
        case.path_parameters = {
            name: self.ids.get(name, value) for name, value in (case.path_parameters or {}).items()
        }
        case.query = self._known(case.query)
        case.body = self._known(case.body)
        return case

    def _known(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            name: self.ids[name] if name in self.ids and _is_id(inner) else self._known(inner)
            for name, inner in value.items()
        }


def _is_id(value: Any) -> bool:
    try:
        return bool(uuid.UUID(value))
    except (ValueError, AttributeError, TypeError):
        return False


def test_made_up_requests_never_end_in_a_failure(served: Served) -> None:
    configured = served.seeded.settings
    configure_vault(Vault.from_key(configured.data_key, configured.crypto))
    schema = schemathesis.openapi.from_url(f"{served.url}/api/v1/openapi.json", timeout=60)
    with ManagedCookiesSession() as connection:
        connection.headers.clear()
        connection.trust_env = False  # or it looks for proxies at every request
        callers = Callers(served, connection)
        for found in schema.get_all_operations():
            callers.try_all(found.ok())
    assert callers.wrong == []
    assert callers.cases >= CASES
