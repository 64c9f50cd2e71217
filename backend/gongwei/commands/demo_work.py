"""Work on the desks of the demonstration, given and done by its own accounts through the
services.
"""

from datetime import timedelta
from uuid import UUID

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission, Role
from gongwei.accounts.demo import DEMO_ACCOUNTS
from gongwei.audit.record import settle
from gongwei.commands.administration import actor_named
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.organisations.changes import service as changes
from gongwei.organisations.changes.schemas import ChangeIn, MovePayload, RenamePayload
from gongwei.organisations.changes.workflow import ChangeAction
from gongwei.organisations.models import ChangeKind
from gongwei.tasks import service as tasks
from gongwei.tasks.schemas import TaskActionIn, TaskIn
from gongwei.tasks.workflow import TaskAction

FINANCE = "中共区财政局总支部委员会"

TASKS = (
    (FINANCE, "补齐直属单位支部届满换届方案", "支部本届任期已满，请于期限前提交换届方案。", -3),
    (FINANCE, "核对离退休党员联系电话", "逐人核对并在系统内更正。", 4),
    ("中共区公安分局总支部委员会", "报送2008年度发展党员计划", "按统一格式报送。", 9),
    ("中共区卫生局总支部委员会", "整改党费收缴台账问题", "按检查意见逐项整改并附佐证。", 14),
    ("中共区档案局支部委员会", "补录党小组组长名单", "两个党小组均须明确组长。", 21),
)
"""Organisation, title, detail, and in how many days it is due."""


async def give_work(database: Database, settings: Settings, officer: str) -> None:
    """Tasks in several states and change requests that wait for a decision."""
    async with database.transaction(WHOLE_TREE) as session:
        actor = await actor_named(session, settings, officer, Permission.TASKS_WRITE)
        given = await _give_tasks(session, actor)
    secretary = next(a.username for a in DEMO_ACCOUNTS if a.role is Role.SECRETARY)
    async with database.transaction(WHOLE_TREE) as session:
        actor = await actor_named(session, settings, secretary, Permission.TASKS_WORK)
        await tasks.act(session, actor, given[1], TaskAction.START, TaskActionIn())
        await settle(session)
        done = TaskActionIn(evidence="已电话核对58人，更正3人，附核对表。")
        await tasks.act(session, actor, given[1], TaskAction.SUBMIT, done)
        await _ask_for_rename(session, actor)
    async with database.transaction(WHOLE_TREE) as session:
        actor = await actor_named(
            session, settings, officer, Permission.ORGANISATION_CHANGES_SUBMIT
        )
        await _ask_for_move(session, actor)


async def _give_tasks(session: AsyncSession, actor: Actor) -> list[UUID]:
    given = []
    for name, title, detail, days in TASKS:
        organisation = await _named(session, name)
        asked = TaskIn(
            organisation_id=organisation.id,
            title=title,
            detail=detail,
            due_on=clock.today() + timedelta(days=days),
        )
        given.append((await tasks.give(session, actor, asked)).id)
    return given


async def _ask_for_rename(session: AsyncSession, actor: Actor) -> None:
    branch = await _named(session, "中共区财政局直属单位支部委员会")
    entry = ChangeIn(
        kind=ChangeKind.RENAME,
        organisation_id=branch.id,
        effective_on=clock.today(),
        reason="直属单位机构改革后名称变更，见区编办批复。",
        payload=RenamePayload(
            name="中共区财政局国库支付中心支部委员会", short_name="国库支付中心支部"
        ),
    )
    await _submit(session, actor, entry)


async def _ask_for_move(session: AsyncSession, actor: Actor) -> None:
    branch = await _named(session, "中共区统计局支部委员会")
    target = await _named(session, FINANCE)
    entry = ChangeIn(
        kind=ChangeKind.MOVE,
        organisation_id=branch.id,
        effective_on=clock.today() + timedelta(days=30),
        reason="统计局与财政局合署办公，党组织关系随之调整。",
        payload=MovePayload(parent_id=target.id),
    )
    await _submit(session, actor, entry)


async def _submit(session: AsyncSession, actor: Actor, entry: ChangeIn) -> None:
    change = await changes.prepare(session, actor, entry)
    await settle(session)
    await changes.act(session, actor, change.id, ChangeAction.SUBMIT)


async def _named(session: AsyncSession, name: str) -> Organisation:
    return (await session.exec(select(Organisation).where(Organisation.name == name))).one()
