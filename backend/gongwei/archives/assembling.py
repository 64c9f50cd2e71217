"""The archive of a person, assembled at every reading; nothing of it is stored."""

from datetime import date
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import NO_PERSON, as_oneself, at_root
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope, refuse_unready
from gongwei.archives.schemas import (
    ArchiveColumnOut,
    ArchiveOut,
    ArchivePersonOut,
    ArchivePostOut,
    ArchiveRowOut,
    ArchiveSectionOut,
)
from gongwei.archives.sections import (
    Language,
    Line,
    Section,
    in_words,
    name_of_code,
    post_readers,
    sections,
)

NAMELESS = "—"


async def own_archive(
    session: AsyncSession, actor: Actor, as_of: date, language: Language
) -> ArchiveOut:
    """The caller's own archive, wherever its parts stand in the tree. 409 `no_person`."""
    refuse_unready(actor)
    if actor.person_id is None:
        raise NO_PERSON()
    async with as_oneself(session, actor) as oneself:
        return await assemble(session, oneself, actor.person_id, as_of, language)


async def assemble(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> ArchiveOut:
    """What the reader may see of a person on a day. The caller has checked that it may be read."""
    posts = [
        ArchivePostOut.model_validate(post)
        for read in post_readers()
        for post in await read(session, reader, person_id, as_of, language)
    ]
    parts = [
        await _section(session, reader, section, person_id, as_of, language)
        for section in sections()
        if reader.may(section.permission)
    ]
    return ArchiveOut(
        as_of=as_of,
        person=await _person(session, reader, person_id, language),
        posts=posts,
        sections=parts,
        limited_to=await _limit(session, reader),
    )


async def _section(
    session: AsyncSession,
    reader: Actor,
    section: Section,
    person_id: UUID,
    as_of: date,
    language: Language,
) -> ArchiveSectionOut:
    lines = await section.rows(session, reader, person_id, as_of, language)
    codes = [column.code for column in section.columns]
    return ArchiveSectionOut(
        code=section.code,
        title=in_words(section.title, language),
        columns=[
            ArchiveColumnOut(
                code=column.code,
                title=in_words(column.title, language),
                wide=column.wide,
                dated=column.dated,
            )
            for column in section.columns
        ],
        rows=[_row(line, codes) for line in sorted(lines, key=lambda one: one.occurred_on)],
        empty=in_words(section.empty, language),
    )


def _row(line: Line, codes: list[str]) -> ArchiveRowOut:
    delay = max((line.recorded_on - line.occurred_on).days, 0)
    return ArchiveRowOut(
        occurred_on=line.occurred_on,
        late=delay > 0,
        delay_days=delay,
        cells={code: line.cells.get(code, "") for code in codes},
    )


async def _person(
    session: AsyncSession, reader: Actor, person_id: UUID, language: Language
) -> ArchivePersonOut:
    query = (
        select(Person, col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(Person.organisation_id))
        .where(in_scope(reader, Person, Permission.SECRETARIES_READ), col(Person.id) == person_id)
    )
    found = (await session.execute(query)).first()
    if found is None:
        return ArchivePersonOut(
            id=person_id, name=NAMELESS, sex=None, birth_on=None, nationality=None,
            education=None, organisation_name=None,
        )  # fmt: skip
    person, organisation_name = found
    return ArchivePersonOut(
        id=person.id,
        name=person.name,
        sex=person.sex,
        birth_on=person.birth_on,
        nationality=name_of_code("nationality", person.nationality, language),
        education=name_of_code("education", person.education, language),
        organisation_name=organisation_name,
    )


async def _limit(session: AsyncSession, reader: Actor) -> str | None:
    if at_root(reader):
        return None
    query = select(Organisation.name).where(
        in_scope(reader, Organisation, Permission.ORGANISATIONS_READ),
        col(Organisation.path) == reader.path,
    )
    return (await session.exec(query)).first()
