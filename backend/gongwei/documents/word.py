"""Word: the same description, naming the standard's fonts; the reader's machine has them."""

from io import BytesIO

import docx
from docx.document import Document as WordFile

from gongwei.core import clock
from gongwei.documents.description import Document, Letter
from gongwei.documents.word_letter import write_letter
from gongwei.documents.word_parts import storable
from gongwei.documents.word_record import write_record

LONGEST_PROPERTY = 255
"""Characters; the format takes no more."""


def written(document: Document) -> bytes:
    """The document as .docx. Blocking, so call it in a thread."""
    file: WordFile = docx.Document()
    properties = file.core_properties
    properties.title = storable(document.title)[:LONGEST_PROPERTY]
    issuer = document.issuer if isinstance(document, Letter) else ""
    properties.author = storable(issuer)[:LONGEST_PROPERTY]
    properties.comments = ""
    properties.created = properties.modified = clock.now().replace(tzinfo=None)
    if isinstance(document, Letter):
        write_letter(file, document)
    else:
        write_record(file, document)
    content = BytesIO()
    file.save(content)
    return content.getvalue()
