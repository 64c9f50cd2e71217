"""The life of an account."""

from enum import StrEnum

from gongwei.access.models import UserState
from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow

ACTIVE, DISABLED = UserState.ACTIVE, UserState.DISABLED
WRITE = Permission.USERS_WRITE


class UserAction(StrEnum):
    DISABLE = "disable"
    ENABLE = "enable"
    UNLOCK = "unlock"
    RESET_PASSWORD = "reset_password"  # noqa: S105
    RESET_OTP = "reset_otp"


USER = Workflow(
    "user",
    Transition(
        UserAction.DISABLE, frozenset({ACTIVE}), DISABLED, WRITE, ("停用", "disable"), reason=True
    ),
    Transition(UserAction.ENABLE, frozenset({DISABLED}), ACTIVE, WRITE, ("启用", "enable")),
    Transition(UserAction.UNLOCK, frozenset({ACTIVE}), ACTIVE, WRITE, ("解锁", "unlock")),
    Transition(
        UserAction.RESET_PASSWORD, frozenset({ACTIVE}), ACTIVE, WRITE,
        ("重置密码", "reset the password"),
    ),
    Transition(
        UserAction.RESET_OTP, frozenset({ACTIVE}), ACTIVE, WRITE,
        ("重置两步验证", "reset two-factor sign-in"),
    ),
    initial=ACTIVE,
    words={ACTIVE: ("正常", "active"), DISABLED: ("已停用", "disabled")},
    editable={ACTIVE},
)  # fmt: skip
