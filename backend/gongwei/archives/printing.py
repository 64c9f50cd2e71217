"""The archive as one document to print."""

from datetime import date

from gongwei.access.models import Sex
from gongwei.archives.schemas import (
    ArchiveColumnOut,
    ArchiveOut,
    ArchiveRowOut,
    ArchiveSectionOut,
)
from gongwei.archives.sections import Column, Language, in_words, sections
from gongwei.documents.description import Block, Facts, Heading, Record, Remark, Table, TableRow
from gongwei.documents.words import day_in_words

WORDS = {
    "title": ("书记工作实绩档案", "Performance archive"),
    "as_of": ("截至 {day}", "As of {day}"),
    "printed": ("{day} 从系统生成，内容由业务记录自动汇集", "Made from the records on {day}"),
    "name": ("姓名", "Name"),
    "sex": ("性别", "Sex"),
    "birth": ("出生日期", "Born on"),
    "nationality": ("民族", "Ethnic group"),
    "education": ("学历", "Education"),
    "organisation": ("所在党组织", "Organisation"),
    "posts": ("现任职务", "Posts held"),
    "no_posts": ("无", "None"),
    "since": ("{post}（{day}起）", "{post} (since {day})"),
    "when": ("时间", "Date"),
    "late": ("补录，迟 {days} 天", "entered {days} days late"),
    "limited": (
        "本档案只含{place}及其所属党组织的记录。",
        "This archive holds the records of {place} and of what stands below it alone.",
    ),
}
SEXES = {Sex.MALE: ("男", "Male"), Sex.FEMALE: ("女", "Female")}
WHEN_WIDTH = 1.35
NUMERALS = "一二三四五六七八九十"


def file_name(archive: ArchiveOut, language: Language) -> str:
    """What the file is called, without its ending."""
    title = in_words(WORDS["title"], language)
    return f"{title}-{archive.person.name}-{archive.as_of.isoformat()}"


def archive_document(archive: ArchiveOut, language: Language, printed_on: date) -> Record:
    """Who it is about, then a numbered part for each section."""

    def said(key: str, **values: object) -> str:
        return in_words(WORDS[key], language).format(**values)

    as_of = said("as_of", day=day_in_words(archive.as_of, language))
    printed = said("printed", day=day_in_words(printed_on, language))
    blocks: list[Block] = [_facts(archive, language)]
    if archive.limited_to:
        blocks.append(Remark(said("limited", place=archive.limited_to)))
    widths = {one.code: one.columns for one in sections()}
    for number, section in enumerate(archive.sections):
        blocks.append(Heading(_numbered(number, section.title, language)))
        blocks.append(_part(section, widths.get(section.code, ()), language))
    return Record(
        title=said("title"),
        subtitle=f"{as_of}　{printed}",
        running=f"{said('title')}　{archive.person.name}　{as_of}",
        blocks=tuple(blocks),
        language=language,
        landscape=True,
    )


def _numbered(number: int, title: str, language: Language) -> str:
    if language == "en" or number >= len(NUMERALS):
        return f"{number + 1}. {title}"
    return f"{NUMERALS[number]}、{title}"


def _facts(archive: ArchiveOut, language: Language) -> Facts:
    def name(key: str) -> str:
        return in_words(WORDS[key], language)

    person = archive.person
    posts = [
        in_words(WORDS["since"], language).format(
            post=f"{post.organisation_name}{'' if language == 'zh' else ', '}{post.title}",
            day=day_in_words(post.from_on, language),
        )
        for post in archive.posts
    ]
    return Facts(
        (
            (name("name"), person.name),
            (name("sex"), in_words(SEXES[person.sex], language) if person.sex else ""),
            (name("birth"), day_in_words(person.birth_on, language)),
            (name("nationality"), person.nationality or ""),
            (name("education"), person.education or ""),
            (name("organisation"), person.organisation_name or ""),
        ),
        ((name("posts"), "\n".join(posts) or name("no_posts")),),
    )


def _part(section: ArchiveSectionOut, columns: tuple[Column, ...], language: Language) -> Block:
    if not section.rows:
        return Remark(section.empty)
    widths = {column.code: column.width for column in columns}
    across = [one for one in section.columns if not one.wide]
    below = [one for one in section.columns if one.wide]
    rows = [
        TableRow(
            (_when(row, language), *(_cell(row, one, language) for one in across)),
            tuple((one.title, row.cells[one.code]) for one in below if row.cells[one.code]),
        )
        for row in section.rows
    ]
    return Table(
        (in_words(WORDS["when"], language), *(one.title for one in across)),
        (WHEN_WIDTH, *(widths.get(one.code, 1.0) for one in across)),
        tuple(rows),
    )


def _cell(row: ArchiveRowOut, column: ArchiveColumnOut, language: Language) -> str:
    text = row.cells[column.code]
    if not column.dated:
        return text
    try:
        return day_in_words(date.fromisoformat(text), language)
    except ValueError:
        return text


def _when(row: ArchiveRowOut, language: Language) -> str:
    day = day_in_words(row.occurred_on, language)
    if not row.late:
        return day
    return f"{day}\n{in_words(WORDS['late'], language).format(days=row.delay_days)}"
