import type { TalkOut } from '@/shared/api/schema.gen'

export const TALK: TalkOut = {
  id: 'talk-1',
  version: 3,
  state: 'scheduled',
  allowed_actions: [],
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-02T00:00:00Z',
  organisation_id: 'organisation-2',
  organisation_name: '区财政局总支部',
  kind: 'reminder',
  person_id: 'person-1',
  name: '陈晓',
  appointment_id: 'appointment-1',
  follows_id: null,
  title: '与陈晓提醒约谈',
  due_on: '2026-11-12',
  held_on: null,
  place: null,
  talker: null,
  content: '',
  issues: [],
  deadline: null,
  addressee: null,
  number: null,
  statement: null,
  acknowledged_at: null,
  overdue: true,
  tasks: [],
}

export const ISSUES = [{ text: '三会一课不全', demand: '按月补齐' }]

export const TASK_OF_TALK = {
  id: 'task-1',
  title: '整改：三会一课不全',
  state: 'in_progress' as const,
  due_on: '2026-12-20',
  late: true,
}

export const HOLDER = {
  id: 'appointment-1',
  person_id: 'person-1',
  name: '陈晓',
  organisation_id: 'organisation-2',
  organisation_name: '区财政局总支部',
  post: 'secretary',
}
