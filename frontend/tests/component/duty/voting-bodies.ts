import type {
  BallotOut,
  BallotSessionOut,
  DutyResultOut,
  DutyRoundOut,
  OwnDutyResultOut,
  Scheme,
} from '@/shared/api/schema.gen'

const LEVELS = [
  { label: '好', value: '100' },
  { label: '较好', value: '85' },
  { label: '一般', value: '70' },
]

const criterion = (key: string, title: string, required: boolean) => ({
  key,
  title,
  hint: '',
  weight: '50',
  max: '100',
  required,
  levels: LEVELS,
})

const group = (key: string, title: string, weight: string, source: 'ballots' | 'tasks' = 'ballots') => ({
  key,
  title,
  weight,
  source,
  minimum: 5,
  aggregate: 'mean' as const,
  trim: '0',
  criteria: [],
})

export const SCHEME: Scheme = {
  groups: [
    group('leaders', '领导评议', '30'),
    group('fellows', '书记互评', '30'),
    group('record', '任务完成', '40', 'tasks'),
  ],
  criteria: [criterion('work', '工作实绩', true), criterion('conduct', '作风与廉洁', false)],
  missing_group: 'renormalise',
  places: 2,
  rounding: 'half_up',
  grades: [
    { key: 'excellent', title: '优秀', at_least: '90', quota: '30', gates: [] },
    { key: 'good', title: '较好', at_least: '80', quota: null, gates: [] },
    { key: 'fair', title: '一般', at_least: '0', quota: null, gates: [] },
  ],
  ties: [],
}

export const ROUND: DutyRoundOut = {
  id: 'round-1',
  version: 3,
  state: 'appraising',
  organises: true,
  allowed_actions: ['calculate'],
  created_at: '2026-11-01T02:00:00Z',
  updated_at: '2026-11-20T02:00:00Z',
  organisation_id: 'organisation-1',
  organisation_name: '明州区直机关工委',
  year: 2025,
  direction: 'upward',
  title: '2025年度述职评议',
  as_of: '2025-12-31',
  report_due_on: '2026-11-10',
  meeting_on: '2026-11-22',
  report_sections: [],
  scheme: SCHEME,
  scheme_revision: 1,
  revision: 1,
  opened_at: '2026-11-02T02:00:00Z',
  appraised_at: '2026-11-20T02:00:00Z',
  calculated_at: null,
  published_at: null,
  imported: false,
  copied_from_id: null,
  counts: {
    participants: 6,
    left_out: 0,
    not_started: 0,
    draft: 0,
    submitted: 0,
    returned: 0,
    accepted: 6,
    presented: 0,
    late: 0,
  },
}

export const CALCULATED: DutyRoundOut = {
  ...ROUND,
  state: 'calculated',
  allowed_actions: ['publish', 'reopen'],
  calculated_at: '2026-11-22T02:00:00Z',
}

export const SESSION: BallotSessionOut = {
  id: 'session-1',
  version: 1,
  state: 'open',
  allowed_actions: ['close', 'issue', 'void'],
  created_at: '2026-11-20T02:00:00Z',
  updated_at: '2026-11-20T02:00:00Z',
  organisation_id: 'organisation-1',
  round_id: 'round-1',
  group_key: 'fellows',
  group_title: '书记互评',
  title: '书记互评（现场）',
  about_id: null,
  about_name: null,
  closed_at: null,
  counts: { issued: 12, used: 8, unused: 3, voided: 1, envelopes: 8 },
  adds_up: true,
}

export const BALLOT: BallotOut = {
  state: 'open',
  round_title: '2025年度述职评议',
  organisation_name: '明州区直机关工委',
  group_title: '书记互评',
  title: '现场投票',
  meeting_on: '2026-11-22',
  criteria: [
    { key: 'work', title: '工作实绩', hint: '', max: '100', required: true, levels: LEVELS },
    { key: 'conduct', title: '作风与廉洁', hint: '', max: '100', required: false, levels: LEVELS },
  ],
  participants: [
    {
      id: 'participant-1',
      name: '陈晓',
      organisation_name: '区财政局机关支部',
      post: 'secretary',
      report_excerpt: '一年来，坚持以党建带队伍。',
    },
    {
      id: 'participant-2',
      name: '王芳',
      organisation_name: '区教育局机关支部',
      post: 'secretary',
      report_excerpt: null,
    },
  ],
}

const scored = (key: string, title: string, score: string, sheets: number) => ({
  key,
  title,
  score,
  sheets,
  missing: false,
  withheld: false,
})

export const LEADERS = scored('leaders', '领导评议', '90.00', 6)
export const FELLOWS = scored('fellows', '书记互评', '84.00', 9)
export const RECORD = {
  key: 'record',
  title: '任务完成',
  score: null,
  sheets: null,
  missing: true,
  withheld: false,
}

export const RESULT: DutyResultOut = {
  id: 'result-1',
  version: 1,
  state: 'proposed',
  allowed_actions: ['decide'],
  created_at: '2026-11-22T02:00:00Z',
  updated_at: '2026-11-22T02:00:00Z',
  round_id: 'round-1',
  revision: 1,
  position: 1,
  organisation_id: 'organisation-2',
  organisation_name: '区财政局机关支部',
  participant_id: 'participant-1',
  person_id: 'person-1',
  name: '陈晓',
  total: '87.60',
  total_withheld: false,
  groups: [LEADERS, FELLOWS, RECORD],
  proposed_grade: 'good',
  proposed_grade_title: '较好',
  decided_grade: null,
  decided_grade_title: null,
  decision_reason: null,
  decided_by_name: null,
  decided_at: null,
  confirmed_by_name: null,
  confirmed_at: null,
  acknowledged_at: null,
}

const SPREAD = {
  n: 6,
  lowest: '80.00',
  lower_quartile: '84.00',
  median: '88.00',
  upper_quartile: '91.00',
  highest: '95.00',
}

export const OWN_RESULT: OwnDutyResultOut = {
  id: 'result-1',
  version: 2,
  round_id: 'round-1',
  round_title: '2025年度述职评议',
  year: 2025,
  revision: 1,
  superseded: false,
  organisation_id: 'organisation-2',
  organisation_name: '区财政局机关支部',
  total: '87.60',
  total_withheld: false,
  spread: SPREAD,
  groups: [
    { ...LEADERS, spread: SPREAD },
    { ...FELLOWS, score: null, sheets: null, missing: null, withheld: true, spread: null },
  ],
  grade: 'good',
  grade_title: '较好',
  decision_reason: null,
  published_at: '2026-11-22T02:00:00Z',
  published_on: '2026-11-22',
  acknowledged_at: null,
}

export const EXPLANATION = {
  id: 'result-1',
  version: 1,
  organisation_name: '区财政局机关支部',
  name: '陈晓',
  revision: 1,
  total: '87.60',
  total_withheld: false,
  proposed_grade_title: '较好',
  decided_grade_title: null,
  decision_reason: null,
  lines: [
    { step: 'sheets', text: '领导评议：有效票 6 张（至少 5 张）', value: '6', group: 'leaders' },
    { step: 'sheet', text: '领导评议：6 张票，每张得分 90', value: '90', group: 'leaders' },
    { step: 'group', text: '领导评议：平均分 = 540 ÷ 6 = 90', value: '90', group: 'leaders' },
    { step: 'total', text: '总分 = （30×90 + 30×84）÷（30 + 30） = 87', value: '87', group: null },
    { step: 'grade', text: '建议等次：较好', value: 'good', group: null },
  ],
}

export const page = (...items: object[]) => ({ items, next_cursor: null, total: items.length })
