import { HttpResponse, http } from 'msw'
import { usualScheme } from '@/dashboard/features/duty/scheme/usual-scheme'

const STAMPS = { created_at: '2026-11-01T02:00:00Z', updated_at: '2026-11-20T02:00:00Z' }

export const RUNS = [
  'home.read',
  'organisations.read',
  'duty_rounds.read',
  'duty_rounds.write',
  'duty_rounds.run',
  'duty_reports.read',
  'duty_reports.review',
  'duty_comments.write',
]

export const WRITES = [
  'home.read',
  'organisations.read',
  'duty_rounds.read',
  'duty_reports.read',
  'duty_reports.write',
  'duty_reports.submit',
]

/** The secretary of the finance office, whose report it is. */
export const AT_FINANCE = {
  id: 'assignment-2',
  role: 'secretary',
  organisation_id: 'organisation-2',
  organisation_name: '区财政局机关党总支',
} as const

export const SCHEME = usualScheme('zh-CN')

export const COUNTS = {
  participants: 0,
  left_out: 0,
  not_started: 0,
  draft: 0,
  submitted: 0,
  returned: 0,
  accepted: 0,
  presented: 0,
  late: 0,
}

export const SECTIONS = [
  { key: 'duties', title: '履行党建责任情况', hint: '用事实说话。', advised_characters: 1500 },
  { key: 'plans', title: '下一步措施', hint: '', advised_characters: 500 },
]

export function roundBody(differences: object = {}) {
  return {
    id: 'round-1',
    version: 4,
    state: 'reporting',
    organises: true,
    allowed_actions: ['start_appraisal'],
    ...STAMPS,
    organisation_id: 'organisation-1',
    organisation_name: '明州区直机关工委',
    year: 2026,
    direction: 'upward',
    title: '2026年度党组织书记述职评议考核',
    as_of: '2026-11-01',
    report_due_on: '2026-12-15',
    meeting_on: null,
    report_sections: SECTIONS,
    scheme: SCHEME,
    scheme_revision: 1,
    revision: 1,
    opened_at: '2026-11-02T02:00:00Z',
    appraised_at: null,
    calculated_at: null,
    published_at: null,
    imported: false,
    copied_from_id: null,
    counts: { ...COUNTS, participants: 3, not_started: 1, draft: 1, submitted: 1 },
    ...differences,
  }
}

export function boardRow(number: number, differences: object = {}) {
  return {
    participant_id: `participant-${number}`,
    position: number,
    organisation_id: `organisation-${number + 1}`,
    organisation_name: `第${number}党支部`,
    person_id: `person-${number}`,
    name: `书记${number}`,
    report_id: null,
    state: 'not_started',
    late: false,
    updated_at: null,
    reminded_on: null,
    ...differences,
  }
}

export function boardBody(items: readonly object[], differences: object = {}) {
  return {
    round_id: 'round-1',
    report_due_on: '2026-12-15',
    counts: { not_started: 1, draft: 0, submitted: 1, returned: 0, accepted: 0, presented: 0 },
    late: 0,
    may_remind: true,
    items,
    ...differences,
  }
}

export function participantBody(number: number, differences: object = {}) {
  return {
    id: `participant-${number}`,
    version: 1,
    ...STAMPS,
    round_id: 'round-1',
    organisation_id: `organisation-${number + 1}`,
    organisation_name: `第${number}党支部`,
    person_id: `person-${number}`,
    name: `书记${number}`,
    appointment_id: `appointment-${number}`,
    in_office: true,
    position: number,
    included: true,
    exception_reason: null,
    ...differences,
  }
}

export const TASKS_FACT = {
  key: 'tasks',
  title: '任务完成情况',
  value: '本年到期任务 6 项，其中按期完成 4 项',
  detail: '截至 2026年11月22日，由系统从业务记录汇总',
  rows: [{ on: '2026-08-05', title: '任职谈话', value: '按期完成' }],
}

export function reportBody(differences: object = {}) {
  return {
    id: 'report-1',
    version: 3,
    state: 'draft',
    allowed_actions: ['submit'],
    ...STAMPS,
    round: {
      id: 'round-1',
      title: '2026年度党组织书记述职评议考核',
      year: 2026,
      direction: 'upward',
      report_due_on: '2026-12-15',
      state: 'reporting',
    },
    organisation_id: 'organisation-2',
    organisation_name: '区财政局机关党总支',
    person_id: 'person-2',
    name: '张伟',
    submitted_at: null,
    first_submitted_at: null,
    late: false,
    accepted_at: null,
    presented_on: null,
    comments_count: 0,
    editable: true,
    sections: { duties: [{ text: '坚持第一议题制度。', fact: null }] },
    report_sections: SECTIONS,
    facts: [TASKS_FACT],
    files: [],
    text_withheld: false,
    saved_at: '2026-11-22T06:32:00Z',
    ...differences,
  }
}

export function commentBody(differences: object = {}) {
  return {
    id: 'comment-1',
    version: 1,
    state: 'noted',
    allowed_actions: ['release', 'withdraw'],
    ...STAMPS,
    report_id: 'report-1',
    organisation_id: 'organisation-2',
    kind: 'problem',
    on_site: true,
    section_key: null,
    paragraph: null,
    quote: null,
    text: '调研不够深入',
    author_name: '王芳',
    own: true,
    due_on: null,
    released_at: null,
    task_id: null,
    ...differences,
  }
}

export function listOf(...items: readonly object[]) {
  return HttpResponse.json({ items, next_cursor: null, total: items.length })
}

export const NO_HISTORY = http.get('*/api/v1/:kind/:id/history', () => listOf())
