"""The list of routers. A new resource is one import and one line here."""

from fastapi import APIRouter

from gongwei.access.routes import router as permissions
from gongwei.accounts.routes import routers as accounts
from gongwei.audit.routes import router as audit
from gongwei.core.routing import PROBLEM_ANSWERS
from gongwei.files.routes import router as files
from gongwei.home.routes import routers as home
from gongwei.integrations.exports.routes import router as exports
from gongwei.integrations.imports.routes import router as imports
from gongwei.integrations.jobs.routes import router as jobs
from gongwei.members.routes import routers as members
from gongwei.organisations.routes import routers as organisations
from gongwei.secretaries.inspections.routes import router as inspections
from gongwei.secretaries.nominations.routes import routers as nominations
from gongwei.secretaries.routes import router as secretaries
from gongwei.secretaries.talks.routes import router as talks
from gongwei.tasks.routes import router as tasks

ROUTERS = (
    permissions,
    *accounts,
    *organisations,
    exports,  # before members: its path is fixed where theirs takes an id
    *members,
    secretaries,
    *nominations,
    inspections,
    talks,
    tasks,
    files,
    imports,
    jobs,
    *home,
    audit,
)

api = APIRouter(prefix="/api/v1", responses=PROBLEM_ANSWERS)
for router in ROUTERS:
    api.include_router(router)
