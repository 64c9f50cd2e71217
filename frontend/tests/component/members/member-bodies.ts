import type { MemberOut } from '@/shared/api/schema.gen'

/** A member as the server answers it; numbers are masked there. */
export function memberBody(change: Partial<MemberOut> = {}): MemberOut {
  return {
    id: 'member-1',
    version: 3,
    state: 'active',
    allowed_actions: ['transfer', 'leave', 'reveal'],
    created_at: '2026-11-01T02:00:00Z',
    updated_at: '2026-11-01T02:00:00Z',
    person_id: 'person-1',
    organisation_id: 'branch-1',
    organisation_name: '第一党支部',
    group_id: null,
    group_name: null,
    name: '何晓东',
    sex: 'male',
    nationality: '01',
    education: '20',
    birth_on: '1982-03-14',
    age: 44,
    identity_number: '110***********0014',
    phone: '139****5678',
    joined_on: '2006-07-01',
    joined_precision: 'month',
    full_on: null,
    standing: 'full',
    service: 'in_service',
    ...change,
  }
}

export const CODE_TABLES = {
  sex: [],
  nationality: [{ code: '01', name: '汉族', name_en: 'Han', standard_code: '01' }],
  education: [
    { code: '10', name: '研究生', name_en: 'Postgraduate', standard_code: '10' },
    { code: '20', name: '大学本科', name_en: 'Bachelor', standard_code: '20' },
  ],
  organisation_kind: [],
}

const branch = (id: string, name: string, child_count: number) => ({
  id,
  parent_id: null,
  depth: 0,
  kind: 'branch',
  code: null,
  name,
  short_name: null,
  position: 1,
  child_count,
})

/** Two branches; the second has one group. */
export function treeBody(root: string | null) {
  const group = { ...branch('group-1', '第二党小组', 0), parent_id: 'branch-2', depth: 1, kind: 'group' }
  if (root === 'branch-2') return { as_of: '2026-11-22', items: [branch('branch-2', '第二党支部', 1), group] }
  if (root === 'branch-1') return { as_of: '2026-11-22', items: [branch('branch-1', '第一党支部', 0)] }
  return {
    as_of: '2026-11-22',
    items: [branch('branch-1', '第一党支部', 0), branch('branch-2', '第二党支部', 1)],
  }
}
