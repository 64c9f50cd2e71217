"""Shapes of accounts."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, field_validator
from pydantic_core import PydanticCustomError

from gongwei.access.filters import OwnedQuery
from gongwei.access.models import UserState
from gongwei.accounts.sign_in.schemas import Password
from gongwei.core.field_messages import described
from gongwei.core.schemas import ActionIn, In, Line, ResourceOut

USERNAME = described(
    r"^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$",
    "用户名为 2 至 64 个字符，只能用英文字母、数字和 . _ -，以字母或数字开头",
    "A user name has 2 to 64 characters: letters a to z, digits, and . _ - after the first",
)
Username = Annotated[Line, AfterValidator(str.lower), Field(pattern=USERNAME)]
"""Letters, digits, `.`, `_` and `-`, 2 to 64 of them; kept in small letters."""

DisplayName = Annotated[Line, Field(max_length=100)]


class UsersQuery(OwnedQuery):
    """Filters of accounts; `q` is looked for in user name and display name."""

    state: UserState | None = None


class UserOut(ResourceOut):
    """An account. `locked` is true while it must wait after ten wrong guesses; `person_id` is who
    it stands for, null for an office's own account.
    """

    state: UserState
    username: str
    display_name: str
    organisation_id: UUID
    organisation_name: str
    person_id: UUID | None
    person_name: str | None
    locked: bool
    otp_enabled: bool
    must_change_password: bool
    last_sign_in_at: datetime | None


class UserIn(In):
    """A new account; the holder is asked to change the password. Without a `username` it is made
    from the pinyin of the name. `person_id` is whom it stands for: only such an account has own
    hours, talks, reports and results.
    """

    username: Username | None = None
    display_name: DisplayName
    organisation_id: UUID
    person_id: UUID | None = None
    password: Password


class UserChangeIn(In):
    """A merge patch: what is left out stays. `person_id` alone may be emptied, which parts the
    account from whom it stood for.
    """

    display_name: DisplayName | None = None
    organisation_id: UUID | None = None
    person_id: UUID | None = None

    @field_validator("display_name", "organisation_id")
    @classmethod
    def _not_emptied(cls, value: object) -> object:
        if value is None:
            raise PydanticCustomError("missing", "This is required")
        return value


class UserActionIn(ActionIn):
    """`password` with `reset_password` alone."""

    password: Password | None = None
