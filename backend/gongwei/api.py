"""The list of routers. A new resource is one import and one line here."""

from fastapi import FastAPI

import gongwei.archives.objections
import gongwei.archives.tasks
import gongwei.duty_reports.ballots.opening
import gongwei.duty_reports.reports.archive
import gongwei.duty_reports.reports.facts_from_archive
import gongwei.duty_reports.reports.facts_of_tasks
import gongwei.duty_reports.reports.origins
import gongwei.duty_reports.results.archive
import gongwei.duty_reports.results.calculating
import gongwei.duty_reports.results.publishing
import gongwei.home.duty_facts
import gongwei.members.archive
import gongwei.organisations.archive
import gongwei.secretaries.archive
import gongwei.secretaries.inspections.archive
import gongwei.secretaries.nominations.archive
import gongwei.secretaries.origins
import gongwei.secretaries.talks.archive
import gongwei.volunteering.hours.archive
import gongwei.volunteering.hours.completion  # noqa: F401  (each registers itself where it takes part)
from gongwei.access.routes import router as permissions
from gongwei.accounts.routes import routers as accounts
from gongwei.archives.routes import router as archives
from gongwei.audit.routes import router as audit
from gongwei.calendars.routes import router as calendar
from gongwei.core.api_document import PROBLEM_ANSWERS
from gongwei.duty_reports.ballots.routes import routers as ballots
from gongwei.duty_reports.reports.board_routes import routers as duty_reports
from gongwei.duty_reports.results.routes import router as duty_results
from gongwei.duty_reports.rounds.routes import routers as duty_rounds
from gongwei.enrolment.routes import router as enrolments
from gongwei.files.routes import router as files
from gongwei.home.routes import routers as home
from gongwei.integrations.exports.routes import router as exports
from gongwei.integrations.imports.routes import router as imports
from gongwei.integrations.jobs.routes import router as jobs
from gongwei.members.routes import routers as members
from gongwei.objections.routes import router as objections
from gongwei.organisations.routes import routers as organisations
from gongwei.secretaries.archive_routes import router as secretary_archives
from gongwei.secretaries.inspections.document_routes import router as inspection_reports
from gongwei.secretaries.inspections.routes import router as inspections
from gongwei.secretaries.nominations.routes import routers as nominations
from gongwei.secretaries.routes import router as secretaries
from gongwei.secretaries.talks.document_routes import router as talk_documents
from gongwei.secretaries.talks.routes import router as talks
from gongwei.tasks.routes import router as tasks
from gongwei.volunteering.activities.link_routes import routers as activity_links
from gongwei.volunteering.activities.routes import router as activities
from gongwei.volunteering.attendance.routes import router as attendance
from gongwei.volunteering.certificates.routes import router as certificates
from gongwei.volunteering.hours.routes import router as volunteer_hours
from gongwei.volunteering.teams.routes import router as volunteer_teams

ROUTERS = (
    attendance,  # first: routes are compared one by one, and thousands check in within minutes
    permissions,
    *accounts,
    enrolments,
    *organisations,
    exports,  # before members: its path is fixed where theirs takes an id
    *members,
    secretaries,
    *nominations,
    inspections,
    talks,
    secretary_archives,
    inspection_reports,
    talk_documents,
    archives,
    volunteer_hours,
    certificates,
    objections,
    tasks,
    volunteer_teams,
    activities,
    *activity_links,
    *ballots,
    *duty_reports,
    duty_results,
    *duty_rounds,
    files,
    imports,
    jobs,
    *home,
    calendar,
    audit,
)


def install(app: FastAPI) -> None:
    """Serve every resource under `/api/v1`. Each router is the program's own: a router that holds
    routers asks all of them at each request whether they have changed.
    """
    for router in ROUTERS:
        app.include_router(router, prefix="/api/v1", responses=PROBLEM_ANSWERS)
