"""The life of an import. Nothing reaches the records before `commit`."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.integrations.imports.models import ImportKind, ImportState

UPLOADED, CHECKED = ImportState.UPLOADED, ImportState.CHECKED
COMMITTED, CANCELLED = ImportState.COMMITTED, ImportState.CANCELLED


class ImportAction(StrEnum):
    CHECK = "check"
    COMMIT = "commit"
    REOPEN = "reopen"
    CANCEL = "cancel"


IMPORT = Workflow(
    "import",
    Transition(
        ImportAction.CHECK,
        frozenset({UPLOADED, CHECKED}),
        CHECKED,
        Permission.IMPORTS_PREPARE,
        ("检查", "check"),
    ),
    Transition(
        ImportAction.COMMIT,
        frozenset({CHECKED}),
        COMMITTED,
        Permission.IMPORTS_COMMIT,
        ("导入", "commit"),
    ),
    Transition(
        ImportAction.REOPEN,
        frozenset({CHECKED}),
        UPLOADED,
        Permission.IMPORTS_PREPARE,
        ("重新对应", "reopen"),
    ),
    Transition(
        ImportAction.CANCEL,
        frozenset({UPLOADED, CHECKED}),
        CANCELLED,
        Permission.IMPORTS_PREPARE,
        ("取消", "cancel"),
    ),
    initial=UPLOADED,
    words={
        UPLOADED: ("已上传", "uploaded"),
        CHECKED: ("已检查", "checked"),
        COMMITTED: ("已导入", "committed"),
        CANCELLED: ("已取消", "cancelled"),
    },
    editable={UPLOADED, CHECKED},
)

AS_JOBS = frozenset({ImportAction.CHECK, ImportAction.COMMIT})
"""Actions that take long: they are queued, and the state moves when the job is done."""

NEEDED_TO_WRITE = {
    ImportKind.ORGANISATIONS: frozenset(
        {Permission.ORGANISATIONS_WRITE, Permission.UNITS_WRITE, Permission.TERMS_WRITE}
    ),
    ImportKind.MEMBERS: frozenset({Permission.MEMBERS_WRITE}),
    ImportKind.SECRETARIES: frozenset({Permission.SECRETARIES_WRITE}),
    ImportKind.HOURS: frozenset({Permission.HOURS_ENTER}),
    ImportKind.DUTY_RESULTS: frozenset({Permission.DUTY_ROUNDS_WRITE}),
}
"""What a commit needs besides its own permission: an import is no way round the rights of a
record.
"""
