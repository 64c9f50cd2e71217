"""Files: told by content, kept as they are, handed out as downloads."""

import hashlib
import io
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from httpx import AsyncClient, Response
from PIL import Image
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.world import World
from gongwei.access.actor import system_actor
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database, narrow
from gongwei.files import service

FILES = "/api/v1/files"
CSV = "姓名,性别\n张三,男\n".encode()
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


def office(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("[Content_Types].xml", *names):
            archive.writestr(name, "<x/>")
    return made.getvalue()


def from_the_future(content: bytes) -> bytes:
    """The archive, which says that a newer format is needed to read it."""
    needed = content.index(b"PK\x01\x02") + 6
    return content[:needed] + b"\xff\x00" + content[needed + 2 :]


def picture(kind: str, **more: object) -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (8, 4), (200, 30, 30)).save(drawn, kind, **more)
    return drawn.getvalue()


async def hand_in(
    client: AsyncClient, world: World, name: str, content: bytes, who: str = "clerk"
) -> Response:
    given = {"file": (name, content, "application/octet-stream")}
    return await client.post(FILES, files=given, headers=world.headers(who))


@pytest.mark.parametrize(
    ("name", "content", "kept", "media_type"),
    [
        ("名册.csv", CSV, "名册.csv", "text/csv"),
        ("名册.txt", "张三".encode("gb18030"), "名册.txt", "text/plain"),
        ("a.pdf", PDF, "a.pdf", "application/pdf"),
        (
            "报表.xlsx",
            office("xl/workbook.xml"),
            "报表.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (
            "总结.docx",
            office("word/document.xml"),
            "总结.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            "旧表.xls",
            COMPOUND + "Workbook".encode("utf-16-le"),
            "旧表.xls",
            "application/vnd.ms-excel",
        ),
        ("report.exe", PDF, "report.exe.pdf", "application/pdf"),
        ("page.html", b"plain words", "page.html.txt", "text/plain"),
        ("../../etc/passwd", b"plain words", "passwd.txt", "text/plain"),
        ("C:\\work\\a.CSV", CSV, "a.CSV", "text/csv"),
        ("字" * 300 + ".csv", CSV, "字" * 196 + ".csv", "text/csv"),
    ],
)
async def test_a_file_is_what_its_content_says(
    client: AsyncClient, world: World, name: str, content: bytes, kept: str, media_type: str
) -> None:
    answer = await hand_in(client, world, name, content)
    assert answer.status_code == 201
    body = answer.json()
    assert (body["name"], body["media_type"], body["size"], body["sha256"]) == (
        kept,
        media_type,
        len(content),
        hashlib.sha256(content).hexdigest(),
    )
    assert body["organisation_id"] == str(world["finance"].id)


@pytest.mark.parametrize(
    ("name", "content", "status", "code"),
    [
        ("a.csv", b"", 422, "empty_file"),
        ("a.txt", b"<script>alert(1)</script>", 422, "active_content"),
        ("a.svg", b'\xef\xbb\xbf <?xml version="1.0"?><svg/>', 422, "active_content"),
        ("a.xlsx", office("xl/workbook.xml", "xl/vbaProject.bin"), 422, "active_content"),
        ("a.xls", COMPOUND + "Workbook_VBA_PROJECT".encode("utf-16-le"), 422, "active_content"),
        ("a.pdf", PDF + b"<< /S /JavaScript >>", 422, "active_content"),
        ("a.exe", b"MZ\x90\x00\x03", 415, "unsupported_file"),
        ("a.xlsx", b"PK\x03\x04 broken", 415, "unsupported_file"),
        ("a.xlsx", from_the_future(office("xl/workbook.xml")), 415, "unsupported_file"),
        ("a.jar", office("META-INF/MANIFEST.MF"), 415, "unsupported_file"),
        ("a.png", b"\x89PNG\r\n\x1a\n broken", 415, "unsupported_file"),
        ("a.png", picture("PNG")[:40], 415, "unsupported_file"),
        ("a.msi", COMPOUND, 415, "unsupported_file"),
        ("a.bin", bytes(range(256)), 415, "unsupported_file"),
    ],
)
async def test_what_is_refused_is_not_kept(
    client: AsyncClient,
    world: World,
    settings: Settings,
    name: str,
    content: bytes,
    status: int,
    code: str,
) -> None:
    answer = await hand_in(client, world, name, content)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert stored_under(settings) == []


def stored_under(settings: Settings) -> list[Path]:
    return [path for path in settings.data_dir.rglob("*") if path.is_file()]


async def test_a_directory_of_endless_names_is_refused_unread(
    client: AsyncClient, world: World
) -> None:
    many = office("xl/workbook.xml", *(f"xl/{n:060d}" for n in range(12_000)))
    answer = await hand_in(client, world, "a.xlsx", many)
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_file")


@pytest.mark.parametrize(
    ("kind", "kept"), [("PNG", "PNG"), ("JPEG", "JPEG"), ("WEBP", "WEBP"), ("GIF", "PNG")]
)
async def test_pictures_are_drawn_anew_without_what_is_no_picture(
    client: AsyncClient, world: World, kind: str, kept: str
) -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    content = picture(kind, exif=exif) if kind != "GIF" else picture(kind, comment=b"secret place")
    hidden = content + b"<script>hidden</script>"
    made = (await hand_in(client, world, f"a.{kind.lower()}", hidden)).json()
    answer = await client.get(f"{FILES}/{made['id']}/content", headers=world.headers("clerk"))
    assert b"secret place" not in answer.content
    assert b"hidden" not in answer.content
    assert hashlib.sha256(answer.content).hexdigest() == made["sha256"]
    with Image.open(io.BytesIO(answer.content)) as shown:
        assert (shown.format, shown.size) == (kept, (8, 4))
    assert made["media_type"] == f"image/{kept.lower()}"


async def test_a_picture_of_too_many_pixels_is_refused_undrawn(
    client: AsyncClient, world: World
) -> None:
    drawn = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(drawn, "PNG")
    answer = await hand_in(client, world, "a.png", drawn.getvalue())
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_file")


async def test_a_file_comes_back_byte_for_byte_as_a_download(
    client: AsyncClient, world: World
) -> None:
    made = (await hand_in(client, world, "名册（一）.csv", CSV)).json()
    answer = await client.get(f"{FILES}/{made['id']}/content", headers=world.headers("clerk"))
    assert answer.content == CSV
    headers = answer.headers
    quoted = quote("名册（一）.csv")
    assert headers["content-disposition"] == f"attachment; filename*=utf-8''{quoted}"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].endswith("sandbox")
    assert headers["content-type"] == "text/csv; charset=utf-8"
    assert headers["etag"] == f'"{made["sha256"]}"'


async def test_the_size_ends_at_twenty_mebibytes(
    client: AsyncClient, world: World, settings: Settings
) -> None:
    framed = b"a" * (service.MAX_UPLOAD - 1024)
    assert (await hand_in(client, world, "a.txt", framed)).status_code == 201
    for more in (1025, 3 * 1024 * 1024):
        answer = await hand_in(client, world, "a.txt", framed + b"a" * more)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert len(stored_under(settings)) == 1


async def test_neighbours_see_nothing_of_a_file(client: AsyncClient, world: World) -> None:
    made = (await hand_in(client, world, "a.csv", CSV)).json()
    headers = world.headers("neighbour")
    assert (await client.get(FILES, headers=headers)).json()["items"] == []
    for path in (f"{FILES}/{made['id']}", f"{FILES}/{made['id']}/content"):
        assert (await client.get(path, headers=headers)).status_code == 404
        assert (await client.get(path, headers=world.headers("officer"))).status_code == 200
        assert (await client.get(path, headers=world.headers("member"))).status_code == 404
    given = {"file": ("a.csv", CSV)}
    elsewhere = {"organisation_id": str(world["finance"].id)}
    answer = await client.post(FILES, files=given, data=elsewhere, headers=headers)
    assert answer.status_code == 404
    assert (await hand_in(client, world, "a.csv", CSV, who="leader")).status_code == 403


async def test_files_are_listed_newest_first_and_searched(
    client: AsyncClient, world: World
) -> None:
    for name in ("一.csv", "二.csv"):
        await hand_in(client, world, name, CSV)

    async def names(**query: str) -> list[str]:
        answer = await client.get(FILES, params=query, headers=world.headers("officer"))
        return [file["name"] for file in answer.json()["items"]]

    assert await names() == ["二.csv", "一.csv"]
    assert await names(sort="created_at") == ["一.csv", "二.csv"]
    assert await names(q="二") == ["二.csv"]
    assert await names(organisation_id=str(world["root"].id)) == []
    assert await names(organisation_id=str(world["root"].id), scope="subtree", q="一") == ["一.csv"]


async def test_bytes_without_a_commit_are_taken_away_again(
    database: Database, world: World, settings: Settings
) -> None:
    actor = system_actor(world["root"])

    async def store(session: AsyncSession) -> None:
        data_dir = settings.data_dir
        await service.store(session, actor, data_dir, world["root"].id, "a.csv", CSV)

    async with database.new_session() as session:
        await narrow(session, WHOLE_TREE)
        await store(session)
        assert len(stored_under(settings)) == 1
    assert stored_under(settings) == []
    async with database.transaction("*") as session:
        await store(session)
    assert len(stored_under(settings)) == 1


async def test_a_file_whose_bytes_are_gone_says_so(
    client: AsyncClient, world: World, settings: Settings
) -> None:
    made = (await hand_in(client, world, "a.csv", CSV)).json()
    stored_under(settings)[0].unlink()
    answer = await client.get(f"{FILES}/{made['id']}/content", headers=world.headers("clerk"))
    assert (answer.status_code, answer.json()["code"]) == (404, "file_lost")


async def test_the_same_upload_sent_twice_is_stored_once(
    client: AsyncClient, world: World, settings: Settings
) -> None:
    part = 'Content-Disposition: form-data; name="file"; filename="a.txt"'
    body = f"--frame\r\n{part}\r\n\r\nwords\r\n--frame--\r\n"
    headers = world.headers("clerk") | {
        "Content-Type": "multipart/form-data; boundary=frame",
        "Idempotency-Key": "upload-1",
    }
    first = await client.post(FILES, content=body, headers=headers)
    second = await client.post(FILES, content=body, headers=headers)
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.json() == first.json()
    assert second.headers["idempotent-replayed"] == "true"
    assert len(stored_under(settings)) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--frame",
        b"--frame\r\n\r\n\r\n--frame--\r\n",
        b'--frame\r\nContent-Disposition: form-data; name="file"\r\n\r\nw\r\n--frame--\r\n',
        b'--frame\r\nContent-Disposition: form-data; name="x"; filename="a"\r\n\r\nw\r\n--frame--',
    ],
)
async def test_a_broken_upload_is_a_problem(
    client: AsyncClient, world: World, settings: Settings, body: bytes
) -> None:
    headers = world.headers("clerk") | {"Content-Type": "multipart/form-data; boundary=frame"}
    answer = await client.post(FILES, content=body, headers=headers)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert stored_under(settings) == []
