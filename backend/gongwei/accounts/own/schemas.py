"""Shapes of the own account."""

from typing import Literal
from uuid import UUID

from gongwei.access.permissions import Permission, Role
from gongwei.accounts.sign_in.schemas import Otp, Password
from gongwei.core.schemas import In, Out


class HeldRoleOut(Out):
    """One role that the caller holds and may switch to."""

    id: UUID
    role: Role
    organisation_id: UUID
    organisation_name: str


class MeOut(Out):
    """Who is signed in, in which role; `permissions` are those of that role."""

    id: UUID
    username: str
    display_name: str
    person_id: UUID | None
    locale: Literal["zh-CN", "en"]
    assignments: list[HeldRoleOut]
    assignment: HeldRoleOut | None
    permissions: list[Permission]
    otp_enabled: bool
    otp_setup_required: bool
    must_change_password: bool
    demo: bool


class OtpSetupOut(Out):
    """A fresh secret (base32) and the address that an authenticator app reads from a QR code."""

    secret: str
    uri: str


class OtpConfirmIn(In):
    """The first code that the app shows, as proof that it has the secret."""

    otp: Otp


class PasswordChangeIn(In):
    """The old password and the new one, exactly as typed."""

    current_password: Password
    new_password: Password
