"""The life of a service certificate."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.volunteering.certificates.models import CertificateState

S = CertificateState


class CertificateAction(StrEnum):
    ISSUE = "issue"
    REVOKE = "revoke"


CERTIFICATE = Workflow(
    "certificate",
    Transition(
        CertificateAction.ISSUE, frozenset({S.REQUESTED}), S.ISSUED, Permission.CERTIFICATES_ISSUE,
        ("开具", "issue"),
    ),
    Transition(
        CertificateAction.REVOKE, frozenset({S.REQUESTED, S.ISSUED}), S.REVOKED,
        Permission.CERTIFICATES_ISSUE, ("撤销", "revoke"), reason=True,
    ),
    initial=S.REQUESTED,
    words={
        S.REQUESTED: ("公示中", "requested"),
        S.ISSUED: ("已开具", "issued"),
        S.REVOKED: ("已撤销", "revoked"),
    },
)  # fmt: skip
