"""Every table of the program, imported for its side effect on the metadata; migrations and tests
start here.
"""

from sqlmodel import SQLModel

import gongwei.access.edges
import gongwei.access.models
import gongwei.access.sessions
import gongwei.accounts.models
import gongwei.audit.models
import gongwei.calendars.models
import gongwei.core.idempotency
import gongwei.duty_reports.ballots.models
import gongwei.duty_reports.reports.models
import gongwei.duty_reports.results.models
import gongwei.duty_reports.rounds.models
import gongwei.files.models
import gongwei.integrations.imports.models
import gongwei.integrations.jobs.models
import gongwei.members.models
import gongwei.objections.models
import gongwei.organisations.models
import gongwei.secretaries.inspections.models
import gongwei.secretaries.models
import gongwei.secretaries.nominations.models
import gongwei.secretaries.talks.models
import gongwei.tasks.models
import gongwei.volunteering.activities.models
import gongwei.volunteering.attendance.models
import gongwei.volunteering.certificates.models
import gongwei.volunteering.hours.models
import gongwei.volunteering.teams.models  # noqa: F401

metadata = SQLModel.metadata
