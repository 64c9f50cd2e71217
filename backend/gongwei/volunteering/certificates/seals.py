"""The picture of an organisation's seal, and how it is laid over a page."""

import asyncio
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from uuid import UUID

from PIL import Image, ImageChops, ImageOps
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, visible
from gongwei.audit.record import record
from gongwei.core.errors import NOT_FOUND
from gongwei.core.models import new_id
from gongwei.core.routing import one_fault
from gongwei.files import service as files
from gongwei.files.models import StoredFile
from gongwei.volunteering.certificates.models import OrganisationSeal
from gongwei.volunteering.certificates.schemas import SealIn, SealOut

ISSUE = Permission.CERTIFICATES_ISSUE
ACROSS = 700
"""Pixels: a seal of 42 mm at 420 a inch."""


async def read_seal(session: AsyncSession, actor: Actor, organisation_id: UUID) -> SealOut:
    """The seal of an organisation; 404 where it has none."""
    place, seal = await _found(session, actor, organisation_id)
    if seal is None:
        raise NOT_FOUND()
    return await _out(session, place, seal)


async def enter_seal(
    session: AsyncSession, actor: Actor, organisation_id: UUID, given: SealIn
) -> SealOut:
    """Take an uploaded picture as the organisation's seal, in the place of any before."""
    place, seal = await _found(session, actor, organisation_id)
    uploaded = visible(actor, StoredFile, Permission.FILES_READ).where(
        col(StoredFile.id) == given.file_id
    )
    file = (await session.exec(uploaded)).first()
    if file is None or not file.media_type.startswith("image/"):
        raise one_fault(
            "/file_id", "not_a_picture", "请先上传印章图片（PNG 最好）",
            "Upload a picture of the seal first, best as PNG",
        )  # fmt: skip
    if seal is None:
        seal = OrganisationSeal(id=new_id(), organisation_id=place.id, file_id=file.id)
        session.add(seal)
        record(session, actor, "organisation_seal.create", seal, label=place.name)
    elif seal.file_id != file.id:
        seal.file_id = file.id
        record(session, actor, "organisation_seal.change", seal, label=place.name)
    await session.flush()
    return await _out(session, place, seal)


async def remove_seal(session: AsyncSession, actor: Actor, organisation_id: UUID) -> None:
    """From now on nothing is printed with it. 404 where there is none."""
    place, seal = await _found(session, actor, organisation_id)
    if seal is None:
        raise NOT_FOUND()
    record(session, actor, "organisation_seal.delete", seal, label=place.name)
    await session.delete(seal)


async def _found(
    session: AsyncSession, actor: Actor, organisation_id: UUID
) -> tuple[Organisation, OrganisationSeal | None]:
    """The organisation, locked, and its seal."""
    place = await fetch(
        session, actor, Organisation, organisation_id,
        read=Permission.ORGANISATIONS_READ, need=ISSUE,
    )  # fmt: skip
    query = visible(actor, OrganisationSeal, ISSUE).where(
        col(OrganisationSeal.organisation_id) == place.id
    )
    return place, (await session.exec(query)).first()


async def _out(session: AsyncSession, place: Organisation, seal: OrganisationSeal) -> SealOut:
    query = select(StoredFile.name).where(col(StoredFile.id) == seal.file_id)
    name = (await session.exec(query)).first()
    return SealOut(
        **seal.model_dump(include={"id", "version", "created_at", "updated_at", "file_id"}),
        organisation_id=place.id,
        file_name=name or "",
    )


async def seal_of(
    session: AsyncSession, actor: Actor, organisation_id: UUID | None, data_dir: Path
) -> str:
    """The seal that stands on what the organisation issued, as a drawing; empty without one.

    The organisation may stand above whoever prints. Raises `file_lost` (404).
    """
    query = (
        select(StoredFile)
        .join(OrganisationSeal, col(OrganisationSeal.file_id) == col(StoredFile.id))
        .where(OrganisationSeal.organisation_id == organisation_id)
    )
    async with whole_tree(session, actor):
        file = (await session.exec(query)).first()
    if file is None:
        return ""
    path = await asyncio.to_thread(files.path_of, data_dir, file)
    return await asyncio.to_thread(_drawing, path)


def _drawing(path: Path) -> str:
    """An SVG around the picture as a PNG, which is small enough for a page and lets the text under
    it through.
    """
    with Image.open(path) as opened:
        picture = ImageOps.contain(opened.convert("RGBA"), (ACROSS, ACROSS))
    red, green, blue, alpha = picture.split()
    if alpha.getextrema() == (255, 255):
        # Drawn on white paper: the lighter, the more is seen through.
        darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
        picture.putalpha(ImageChops.invert(darkest))
    drawn = BytesIO()
    picture.save(drawn, "PNG", optimize=True)
    width, height = picture.size
    data = b64encode(drawn.getvalue()).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
    )
