"""Thousands of requests made up from the document: never a 5xx, and every refusal a problem document."""

import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from contract.conftest import Served
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode

from gongwei.core.crypto import Vault, configure_vault

ROLES = ("officer", "system_admin", "security_admin", "auditor")
FITTING, UNFITTING = 5, 4
"""Cases an operation and a role, that fit the document and that do not."""

CASES_A_ROLE = 500
"""At least so many; four roles make two thousand."""

BEFORE_SIGNING_IN = ("/api/v1/auth/", "/api/v1/public/", "/healthz", "/readyz")
"""Tried once, as a stranger: with a token some of them would end the session of the test."""

made_up = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class Caller:
    """Somebody signed in who sends cases and notes what is wrong with the answers."""

    def __init__(self, served: Served, who: str) -> None:
        self.served, self.who = served, who
        self.ids = served.seeded.places["finance"].ids
        self.cases = 0
        self.wrong: list[str] = []

    def send(self, case: Case) -> None:
        """Send one case, on a record that exists where the case fits the document."""
        headers = self._headers(case)
        answer = case.call(base_url=self.served.url, headers=headers, timeout=60)
        self.cases += 1
        kind = (answer.headers.get("content-type") or [""])[0]
        if answer.status_code >= 500 or (
            answer.status_code >= 400 and kind != "application/problem+json"
        ):
            self.wrong.append(f"{answer.status_code} {kind}: {case.as_curl_command(headers)}")

    def _headers(self, case: Case) -> dict[str, str]:
        if case.path.startswith(BEFORE_SIGNING_IN):
            return {}
        headers = self.served.seeded.world.headers(self.who)
        if case.method.upper() == "PATCH":
            read = case.operation.schema[case.path]["GET"].Case(path_parameters=case.path_parameters)
            found = read.call(base_url=self.served.url, headers=headers).headers.get("etag")
            headers["If-Match"] = found[0] if found else '"1"'
        return headers

    def existing(self, case: Case) -> Case:
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


def run(caller: Caller, strategy: Any, most: int, change: Callable[[Case], Case]) -> None:
    """Send up to `most` cases."""

    @given(strategy)
    @settings(made_up, max_examples=most)
    def send(case: Case) -> None:
        caller.send(change(case))

    send()


@pytest.mark.parametrize("who", ROLES)
def test_made_up_requests_never_end_in_a_failure(served: Served, who: str) -> None:
    configured = served.seeded.settings
    configure_vault(Vault.from_key(configured.data_key, configured.crypto))
    schema = schemathesis.openapi.from_url(f"{served.url}/api/v1/openapi.json")
    caller = Caller(served, who)
    for found in schema.get_all_operations():
        operation = found.ok()
        if operation.path.startswith(BEFORE_SIGNING_IN) and who != ROLES[0]:
            continue
        fitting = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
        run(caller, fitting, FITTING, caller.existing)
        unfitting = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)
        with suppress(Unsatisfiable):  # an operation that takes nothing cannot be given it wrongly
            run(caller, unfitting, UNFITTING, lambda case: case)
    assert caller.wrong == []
    assert caller.cases >= CASES_A_ROLE
