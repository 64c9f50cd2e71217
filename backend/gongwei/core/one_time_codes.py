"""One-time codes of the second factor: TOTP (RFC 6238), six digits, SHA-1, steps of 30 seconds.

SHA-1 and six digits because every authenticator app reads them; the HMAC construction does not
rest on SHA-1's collision resistance (RFC 4226, appendix B.2).
"""

import hmac
from datetime import datetime
from typing import Final

import pyotp

ISSUER: Final = "Gongwei"
DIGITS: Final = 6
STEP_SECONDS: Final = 30
#: Steps before and after the present one whose code is still taken (RFC 6238, section 5.2).
WINDOW: Final = 1


def new_secret() -> str:
    """A fresh shared secret: 160 random bits as 32 characters of base32."""
    return pyotp.random_base32()


def provisioning_uri(secret: str, username: str) -> str:
    """The `otpauth://totp/` address an authenticator app reads from a QR code."""
    totp = pyotp.TOTP(secret, digits=DIGITS, interval=STEP_SECONDS)
    return totp.provisioning_uri(name=username, issuer_name=ISSUER)


def accepted_step(secret: str, code: str, now: datetime, last_step: int | None) -> int | None:
    """The time step whose code this is, or None when the code is refused.

    The caller stores the step in the same transaction and hands it back as `last_step`, so that a
    code works once and none before it works again (RFC 6238, section 5.2; ASVS 5.0, 6.5.1). Steps
    count 30 seconds since 1970-01-01 UTC. The code is exactly six ASCII digits. Raises ValueError
    when `now` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError("the time needs a time zone")
    if len(code) != DIGITS or not (code.isascii() and code.isdigit()):
        return None
    totp = pyotp.TOTP(secret, digits=DIGITS, interval=STEP_SECONDS)
    present = totp.timecode(now)
    accepted: int | None = None
    # All steps are compared, so time tells nothing; where two share a code the later one counts,
    # or the code would still work at the other.
    for step in range(max(0, present - WINDOW), present + WINDOW + 1):
        expected = totp.generate_otp(step)
        matches = hmac.compare_digest(expected.encode("ascii"), code.encode("ascii"))
        if matches and (last_step is None or step > last_step):
            accepted = step
    return accepted
