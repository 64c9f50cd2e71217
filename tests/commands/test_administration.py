"""What is done from the command line is done in somebody's name, within what that account may."""

import pytest
from sqlalchemy import make_url

from conftest import run_as_owner
from factories.office import ORGANISATIONS
from gongwei.commands.administration import create_administrators, import_file
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.core.errors import Problem
from gongwei.integrations.imports.models import ImportKind

COMMITTEE = "云屏区区直机关工作委员会"
PASSWORD = "a pass phrase for the command line"


async def refusal(database: Database, settings: Settings, username: str) -> str:
    with pytest.raises(Problem) as refused:
        await import_file(database, settings, ImportKind.ORGANISATIONS, ORGANISATIONS, username)
    return refused.value.code


async def test_an_import_is_in_the_name_of_an_account_that_could_do_it_in_the_pages(
    separate: Database, settings: Settings
) -> None:
    assert await create_administrators(separate, settings, COMMITTEE, PASSWORD) == [
        "system_admin", "security_admin", "auditor", "officer",
    ]  # fmt: skip
    assert await refusal(separate, settings, "nobody") == "nobody_to_act"
    assert await refusal(separate, settings, "auditor") == "nobody_to_act"
    assert await refusal(separate, settings, "officer") == "password_change_required"
    run_as_owner(
        "UPDATE user_account SET must_change_password = false",
        database=str(make_url(separate.url).database),
    )
    strict = settings.model_copy(update={"require_otp": True})
    assert await refusal(separate, strict, "officer") == "otp_setup_required"
    done = await import_file(separate, settings, ImportKind.ORGANISATIONS, ORGANISATIONS, "officer")
    assert (done["state"], done["new"], done["faults"]) == ("committed", 84, 0)
