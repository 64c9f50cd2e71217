"""The OpenAPI document without a database: for the committed file from which the front end's types
come.
"""

from typing import Any

from gongwei.core.config import load_settings
from gongwei.main import create_app

DOCUMENT_KEY = "only-to-print-the-document-never-to-sign-with"


def document() -> dict[str, Any]:
    """The document as `/api/v1/openapi.json` serves it."""
    settings = load_settings(
        token_key=DOCUMENT_KEY, data_key=DOCUMENT_KEY, worker=False, static_dir=None
    )
    return create_app(settings, "postgresql+asyncpg://localhost/none").openapi()
