"""The two kinds of file in which a document leaves the system."""

from enum import StrEnum

from pydantic import BaseModel


class PrintedFormat(StrEnum):
    """Word to go on working with, PDF to print and keep."""

    DOCX = "docx"
    PDF = "pdf"

    @property
    def media_type(self) -> str:
        if self is PrintedFormat.PDF:
            return "application/pdf"
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class FormatQuery(BaseModel):
    """The kind of file that is wanted."""

    format: PrintedFormat = PrintedFormat.PDF
