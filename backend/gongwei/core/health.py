"""/healthz: the process lives. /readyz: the database answers and its schema is at head."""

from fastapi import APIRouter, Request
from sqlalchemy import text

from gongwei.core.api_document import PROBLEM_ANSWERS
from gongwei.core.db import Database
from gongwei.core.errors import ProblemType
from gongwei.core.migrations import head_revision
from gongwei.core.schemas import Out

NOT_READY = ProblemType(
    "not_ready",
    503,
    "尚未就绪",
    "Not ready",
    "数据库不可用或结构不是最新版本，请运行 gongwei migrate。",
    "The database cannot be reached or its schema is not at head; run gongwei migrate.",
)

router = APIRouter(tags=["health"], responses=PROBLEM_ANSWERS)


class HealthOut(Out):
    """`ok` when all is well; otherwise a problem document is the answer."""

    status: str


@router.get("/healthz")
async def read_health() -> HealthOut:
    """The process is alive. Does not touch the database."""
    return HealthOut(status="ok")


@router.get("/readyz")
async def read_readiness(request: Request) -> HealthOut:
    """The database is reachable and its schema is at head; 503 otherwise."""
    database: Database = request.app.state.database
    try:
        async with database.engine.connect() as connection:
            found = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    except Exception as error:
        raise NOT_READY(headers={"Retry-After": "2"}) from error
    if found != head_revision():
        raise NOT_READY(headers={"Retry-After": "2"})
    return HealthOut(status="ok")
