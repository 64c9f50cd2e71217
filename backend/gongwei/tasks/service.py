"""Tasks: given from above, done below, verified by another person."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import owned_within
from gongwei.access.models import Organisation, User
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, require
from gongwei.audit.record import record
from gongwei.core.errors import MALFORMED, NOT_FOUND, FieldFault
from gongwei.core.pagination import paginate
from gongwei.core.schemas import Page
from gongwei.core.workflow import TO_CHANGE
from gongwei.tasks.assignees import working_for
from gongwei.tasks.evidence import known_files
from gongwei.tasks.models import Task
from gongwei.tasks.moving import move, redate
from gongwei.tasks.origins import refuse_unknown, tell_put_off
from gongwei.tasks.problems import GIVEN_FROM_ABOVE, MOVES_WITH_ITS_RECORD
from gongwei.tasks.reading import TaskLine, desk_line, mine, narrowed, task_lines, task_out
from gongwei.tasks.schemas import (
    Mine,
    OriginIn,
    TaskActionIn,
    TaskChangeIn,
    TaskIn,
    TaskLineOut,
    TaskOut,
    TasksQuery,
)
from gongwei.tasks.workflow import (
    BY_GIVER,
    TASK,
    TaskAction,
    allowed_actions,
    is_by_hand,
    refuse_unless_owed,
)

READ, WRITE, WORK = Permission.TASKS_READ, Permission.TASKS_WRITE, Permission.TASKS_WORK

SORTS: dict[str, Any] = {
    "due_on": col(Task.due_on),
    "title": col(Task.title),
    "created_at": col(Task.created_at),
    "updated_at": col(Task.updated_at),
}
KEY: Any = col(Task.id)

GIVERS_FIELDS = frozenset({"title", "detail", "responsible_user_id"})


async def list_tasks(session: AsyncSession, actor: Actor, asked: TasksQuery) -> Page[TaskOut]:
    """The tasks of the caller's subtree, the most urgent first."""
    query = narrowed(actor, task_lines(actor), asked).where(
        await owned_within(session, actor, col(Task.organisation_id), asked)
    )
    rows = await paginate(session, query, asked, sorts=SORTS, default="due_on", key=KEY)
    items = [task_out(actor, TaskLine(*row)) for row in rows.items]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read_task(session: AsyncSession, actor: Actor, task_id: UUID) -> TaskOut:
    """One task; 404 outside the subtree."""
    task = await fetch(session, actor, Task, task_id, read=READ)
    return task_out(actor, await _line(session, actor, task))


async def _line(session: AsyncSession, actor: Actor, task: Task) -> TaskLine:
    await session.flush()
    row = (await session.execute(task_lines(actor).where(col(Task.id) == task.id))).first()
    if row is None:
        raise NOT_FOUND()
    return TaskLine(*row)


async def owed_by(session: AsyncSession, actor: Actor, limit: int) -> Sequence[TaskLineOut]:
    """What the caller owes, the most urgent first."""
    return await _desk(session, actor, Mine.OWED, limit)


async def waiting_for(session: AsyncSession, actor: Actor, limit: int) -> Sequence[TaskLineOut]:
    """Submitted tasks that this caller may verify, the most urgent first."""
    return await _desk(session, actor, Mine.TO_VERIFY, limit)


async def _desk(
    session: AsyncSession, actor: Actor, how: Mine, limit: int
) -> Sequence[TaskLineOut]:
    query = task_lines(actor).where(mine(actor, how))
    ordered = query.order_by(col(Task.due_on), col(Task.id)).limit(limit)
    return [desk_line(TaskLine(*row)) for row in (await session.execute(ordered)).all()]


async def create_task(session: AsyncSession, actor: Actor, given: TaskIn) -> TaskOut:
    """Give a task to an organisation of the caller's subtree. 422 for an origin that it cannot
    have."""
    allow(actor, WRITE)
    await refuse_unknown(session, actor, given.origin)
    task = await give(session, actor, given)
    return task_out(actor, await _line(session, actor, task))


async def give(
    session: AsyncSession, actor: Actor, given: TaskIn, *, moves_with_record: bool = False
) -> Task:
    """The task itself, for other features that give tasks too. `moves_with_record`: the record
    that it comes from moves it along, and nobody by hand.
    """
    organisation = await require(session, actor, WRITE, given.organisation_id)
    await _check_responsible(session, actor, organisation, given.responsible_user_id)
    return give_known(session, actor, given, moves_with_record=moves_with_record)


def give_known(
    session: AsyncSession, actor: Actor, given: TaskIn, *, moves_with_record: bool = False
) -> Task:
    """The same for many at once, whose organisations and responsible people the caller has
    selected in scope."""
    task = Task(
        organisation_id=given.organisation_id,
        given_from_id=actor.organisation_id,
        title=given.title,
        detail=given.detail or "",
        origin_type=given.origin.type if given.origin else None,
        origin_id=given.origin.id if given.origin else None,
        moves_with_record=moves_with_record,
        due_on=given.due_on,
        original_due_on=given.due_on,
        responsible_user_id=given.responsible_user_id,
        given_by=actor.user_id,
        given_by_label=actor.label,
    )
    session.add(task)
    record(session, actor, "task.create", task)
    return task


async def change_task(
    session: AsyncSession, actor: Actor, task_id: UUID, change: TaskChangeIn, version: int
) -> TaskOut:
    """Change what was sent while the task is still owed: the giver its words, the rest evidence."""
    given = change.model_fields_set
    need = WRITE if given & GIVERS_FIELDS else WORK
    task = await fetch(session, actor, Task, task_id, read=READ, need=need, version=version)
    line = await _line(session, actor, task)
    refuse_unless_owed(actor, task, TO_CHANGE, is_giver=line.is_giver)
    if given & GIVERS_FIELDS:
        if not line.is_giver:
            raise GIVEN_FROM_ABOVE()
        await _change_words(session, actor, task, change)
    if given - GIVERS_FIELDS:
        allow(actor, WORK)
        await _set_evidence(session, actor, task, change)
    record(session, actor, "task.change", task)
    return task_out(actor, await _line(session, actor, task))


async def _change_words(
    session: AsyncSession, actor: Actor, task: Task, change: TaskChangeIn
) -> None:
    given = change.model_fields_set
    if "responsible_user_id" in given:
        place = await require(session, actor, WRITE, task.organisation_id)
        await _check_responsible(session, actor, place, change.responsible_user_id)
        task.responsible_user_id = change.responsible_user_id
    if "detail" in given:
        task.detail = change.detail or ""
    if change.title is not None:
        task.title = change.title


async def _set_evidence(
    session: AsyncSession, actor: Actor, task: Task, given: TaskChangeIn | TaskActionIn
) -> None:
    if "evidence" in given.model_fields_set:
        task.evidence = given.evidence or ""
    if "evidence_file_ids" in given.model_fields_set:
        wanted = given.evidence_file_ids or []
        task.evidence_file_ids = await known_files(session, actor, wanted)


async def act(
    session: AsyncSession, actor: Actor, task_id: UUID, action: TaskAction, body: TaskActionIn
) -> TaskOut:
    """Move the task along. What the giver decides needs a giver, what is verified another person.

    Raises `given_from_above` and `own_work` (403), `moves_with_its_record` (409), besides what a
    workflow raises.
    """
    need = WRITE if action is TaskAction.EXTEND else Permission(TASK[action].permission)
    task = await fetch(session, actor, Task, task_id, read=READ, need=need)
    line = await _line(session, actor, task)
    if not is_by_hand(task, action):
        raise MOVES_WITH_ITS_RECORD()
    if action in BY_GIVER and not line.is_giver:
        raise GIVEN_FROM_ABOVE()
    _refuse_strangers(action, body)
    if action is TaskAction.EXTEND:
        refuse_unless_owed(actor, task, ("延期", "extend"), is_giver=line.is_giver)
        await _extend(session, actor, task, body)
    else:
        allowed = allowed_actions(actor, task, is_giver=line.is_giver)
        move(session, actor, task, action, body.reason, allowed=allowed)
        if action is TaskAction.SUBMIT:
            await _set_evidence(session, actor, task, body)
    return task_out(actor, await _line(session, actor, task))


def _refuse_strangers(action: TaskAction, body: TaskActionIn) -> None:
    belongs = {"due_on": TaskAction.EXTEND}
    belongs |= dict.fromkeys(("evidence", "evidence_file_ids"), TaskAction.SUBMIT)
    for name in sorted(body.model_fields_set):
        if belongs.get(name, action) is not action:
            raise _fault(f"/{name}", "extra_forbidden", "此操作没有这个字段", "Not for this action")


async def _extend(session: AsyncSession, actor: Actor, task: Task, body: TaskActionIn) -> None:
    if not body.reason:
        raise _fault("/reason", "missing", "请写明延期理由", "State why it is extended")
    if body.due_on is None or body.due_on <= task.due_on:
        raise _fault("/due_on", "not_later", "须晚于现在的期限", "Must be after the present date")
    redate(session, actor, task, body.due_on, body.reason)
    if task.origin_type is not None and task.origin_id is not None:
        origin = OriginIn(type=task.origin_type, id=task.origin_id)
        await tell_put_off(session, actor, origin, body.due_on, body.reason)


async def _check_responsible(
    session: AsyncSession, actor: Actor, organisation: Organisation, user_id: UUID | None
) -> None:
    if user_id is None:
        return
    working = working_for(actor, organisation).where(col(User.id) == user_id)
    if (await session.execute(working)).first() is None:
        zh, en = "此人在该组织没有办理任务的角色", "This person holds no role that works there"
        raise _fault("/responsible_user_id", "cannot_work_there", zh, en)


def _fault(pointer: str, code: str, zh: str, en: str) -> Exception:
    return MALFORMED(errors=(FieldFault(pointer, code, zh, en),), count=1)
