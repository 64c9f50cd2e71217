const PAGES: Readonly<Record<string, string>> = {
  organisation: '/organisations',
  organisation_change: '/organisations/changes',
  member: '/members',
  appointment: '/secretaries',
  nomination: '/secretaries/nominations',
  inspection: '/secretaries/inspections',
  task: '/tasks',
  talk: '/secretaries/talks',
  objection: '/objections',
  duty_round: '/duty/rounds',
  duty_report: '/duty/reports',
  activity: '/volunteering/activities',
  volunteer_team: '/volunteering/teams',
  volunteer_hours: '/volunteering/hours',
  certificate: '/volunteering/certificates',
  import_batch: '/imports',
  user_account: '/system/users',
}

/** The page of one record; null where its kind has none. */
export function subjectPath(type: string, id: string): string | null {
  const page = PAGES[type]
  return page === undefined ? null : `${page}/${id}`
}
