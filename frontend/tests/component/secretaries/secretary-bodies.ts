import { HttpResponse, http } from 'msw'

const STAMPS = { created_at: '2026-09-01T01:00:00Z', updated_at: '2026-10-01T01:00:00Z' }

/** An appointment as the API answers with it. */
export function secretaryBody(differences: object = {}) {
  return {
    id: 'secretary-1',
    version: 3,
    state: 'in_office',
    allowed_actions: [],
    ...STAMPS,
    person_id: 'person-1',
    name: '陈立',
    organisation_id: 'organisation-2',
    organisation_name: '区财政局机关党总支',
    post: 'secretary',
    full_time: false,
    duty_title: '副局长',
    from_on: '2024-03-01',
    to_on: null,
    nomination_id: null,
    end_cause: null,
    consent_on: null,
    consent_note: null,
    late_reason: null,
    term_ends_on: '2027-02-28',
    talk_due_on: null,
    ...differences,
  }
}

export function nominationBody(differences: object = {}) {
  return {
    id: 'nomination-1',
    version: 2,
    state: 'submitted',
    allowed_actions: [],
    ...STAMPS,
    organisation_id: 'organisation-2',
    organisation_name: '区财政局机关党总支',
    batch_id: null,
    batch_title: null,
    person_id: 'person-2',
    name: '张伟',
    post: 'secretary',
    full_time: false,
    duty_title: null,
    kind: 'election',
    take_office_on: '2026-12-01',
    grounds: '历任支部书记',
    submitted_on: '2026-10-08',
    endorsed_on: null,
    approved_on: null,
    approval_number: null,
    inspection_id: null,
    inspection_state: null,
    finding: null,
    appointment_id: null,
    whose_turn: 'committee_officer',
    ...differences,
  }
}

export function batchBody(differences: object = {}) {
  return {
    id: 'batch-1',
    version: 1,
    state: 'open',
    allowed_actions: ['approve'],
    ...STAMPS,
    organisation_id: 'organisation-1',
    organisation_name: '明州区直机关工委',
    title: '2026年11月换届人选',
    election_on: '2026-11-30',
    counts: { endorsed: 2, draft: 1 },
    nominations: 3,
    ...differences,
  }
}

export function inspectionBody(differences: object = {}) {
  return {
    id: 'inspection-1',
    version: 5,
    state: 'in_progress',
    allowed_actions: ['report'],
    ...STAMPS,
    organisation_id: 'organisation-2',
    organisation_name: '区财政局机关党总支',
    nomination_id: 'nomination-1',
    person_id: 'person-2',
    name: '张伟',
    post: 'secretary',
    team: [{ name: '王芳', title: '机关工委组织科长', leader: true }],
    planned_on: '2026-10-20',
    started_on: '2026-10-21',
    reported_on: null,
    concluded_on: null,
    facets: { integrity: { score: '92.5', text: '作风正派' } },
    strengths: '',
    shortcomings: '',
    finding: null,
    conclusion: '',
    interviews: { leaders: 3, members: 12, masses: 0, total: 15 },
    ...differences,
  }
}

export function interviewBody(differences: object = {}) {
  return {
    id: 'interview-1',
    version: 1,
    state: 'held',
    group: 'leaders',
    held_on: '2026-10-21',
    people: 1,
    interviewee: '李局长',
    notes: '工作扎实',
    restricted: false,
    ...differences,
  }
}

export function historyEntry(action: string, differences: object = {}) {
  return {
    recorded_at: '2026-10-08T02:00:00Z',
    occurred_at: '2026-10-08T02:00:00Z',
    actor_label: '陈立',
    actor_role: 'secretary',
    action,
    from_state: null,
    to_state: null,
    reason: null,
    late: false,
    delay_minutes: 0,
    changes: null,
    ...differences,
  }
}

export function page(...items: readonly object[]) {
  return HttpResponse.json({ items, next_cursor: null, total: items.length })
}

/** What pickers of organisations ask for. */
export const PICKER_ANSWERS = [
  http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ as_of: '2026-11-22', items: [] })),
  http.get('*/api/v1/organisations/:id', () =>
    HttpResponse.json({ id: 'organisation-2', name: '区财政局机关党总支', kind: 'general_branch' }),
  ),
]
