"""What the program cannot go on without, for those who can mend it."""

from collections.abc import Sequence

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.narrowing import at_root
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.calendars.working_days import missing_years
from gongwei.core import clock
from gongwei.home.schemas import NoticeOut
from gongwei.home.waiting_words import Language, Words

CALENDAR_PATH = "/system/calendar"
IMPORT_PATH = "/imports/new?kind=organisations"
NO_ORGANISATIONS: Words = ("还没有党组织", "There are no organisations yet")
BEGIN: Words = (
    "先导入党组织信息表，再导入党员花名册和书记花名册；之后由系统管理员按名册开通账号，由安全管理员授予角色。",
    (
        "Import the organisations first, then the members and the secretaries; a system "
        "administrator then opens accounts from the rosters, and a security administrator grants "
        "the roles."
    ),
)


async def notices(session: AsyncSession, actor: Actor, language: Language) -> Sequence[NoticeOut]:
    """How to begin, and the years whose working days nobody knows."""
    return [*await _beginning(session, actor, language), *await _calendar(session, actor, language)]


async def _beginning(
    session: AsyncSession, actor: Actor, language: Language
) -> Sequence[NoticeOut]:
    """As long as there is nothing below the root."""
    if not at_root(actor) or not actor.may(Permission.ORGANISATIONS_WRITE):
        return []
    below = visible(actor, Organisation, Permission.ORGANISATIONS_READ).where(
        col(Organisation.parent_id).is_not(None)
    )
    if (await session.exec(below.limit(1))).first() is not None:
        return []
    english = language == "en"
    return [
        NoticeOut(
            code="no_organisations",
            title=NO_ORGANISATIONS[english],
            detail=BEGIN[english],
            path=IMPORT_PATH,
        )
    ]


async def _calendar(session: AsyncSession, actor: Actor, language: Language) -> Sequence[NoticeOut]:
    """For those who keep the calendar: the years without which nobody is reminded of a task."""
    if not actor.may(Permission.CALENDAR_WRITE):
        return []
    return [
        NoticeOut(
            code=missing.code,
            title=missing.title(language),
            detail=missing.detail(language),
            path=CALENDAR_PATH,
        )
        for missing in await missing_years(session, clock.today())
    ]
