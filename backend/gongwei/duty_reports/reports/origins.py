"""The problems that comments name, which tasks of rectification come from."""

from datetime import date
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.audit.record import record
from gongwei.duty_reports.reports.models import DutyComment
from gongwei.tasks.origins import Origin, register_origin

P = Permission
COMMENT_ORIGIN = "duty_comment"


async def put_rectification_off(
    session: AsyncSession, actor: Actor, comment_id: UUID, due_on: date, reason: str | None
) -> None:
    """A problem is to be put right when its task is due."""
    query = visible(actor, DutyComment, P.TASKS_READ).where(col(DutyComment.id) == comment_id)
    comment = (await session.exec(query.with_for_update())).first()
    if comment is not None:
        comment.due_on = due_on
        record(session, actor, "duty_comment.change", comment, reason=reason)


COMMENTS_OWN_TASKS = (
    "点评中的问题在发出时自动生成整改任务，请在述职评议页面发出点评",
    "A problem named in a comment becomes a task when the comment is released: release it there",
)

register_origin(
    Origin(
        DutyComment, P.DUTY_REPORTS_READ, ("述职点评", "comment on a duty report"),
        instead=COMMENTS_OWN_TASKS, put_off=put_rectification_off,
    )
)  # fmt: skip
