import { HttpResponse, http, type RequestHandler } from 'msw'

interface Place {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  readonly kind?: string
  readonly children?: number
}

/** One item of the tree, as the API answers with it. */
export function treeItem({ id, parent, name, kind = 'branch', children = 0 }: Place) {
  return {
    id,
    parent_id: parent,
    depth: parent === null ? 0 : 1,
    kind,
    code: id,
    name,
    short_name: name,
    position: 1,
    child_count: children,
    matched: false,
  }
}

export const TREE = [
  treeItem({
    id: 'organisation-1',
    parent: null,
    name: '明州区直机关工委',
    kind: 'working_committee',
    children: 2,
  }),
  treeItem({
    id: 'finance',
    parent: 'organisation-1',
    name: '财政局党总支',
    kind: 'general_branch',
    children: 2,
  }),
  treeItem({ id: 'office', parent: 'finance', name: '财政局机关支部' }),
  treeItem({ id: 'retired', parent: 'finance', name: '财政局离退休支部' }),
  treeItem({ id: 'audit', parent: 'organisation-1', name: '审计局党支部' }),
]

export function organisation(id: string) {
  const item = TREE.find((one) => one.id === id)
  return {
    ...item,
    version: 3,
    state: 'active',
    status: 'active',
    allowed_actions: [],
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    unit_id: null,
    founded_on: '2003-05-01',
    has_children: (item?.child_count ?? 0) > 0,
    dissolved_on: null,
    ancestor_names: item?.parent_id === null ? [] : ['明州区直机关工委'],
  }
}

export const SUMMARY = {
  as_of: '2026-11-22',
  organisations: {
    total: 4,
    by_kind: { general_branch: 1, branch: 3 },
    second_level: { total: 2, by_kind: { general_branch: 1, branch: 1 } },
    third_level: { total: 2, by_kind: { branch: 2 } },
    large_threshold: 20,
    large: 1,
  },
  members: {
    total: 58,
    in_service: 42,
    retired: 16,
    full: 57,
    probationary: 1,
    women: 20,
    minority: 4,
    in_service_under_45: 21,
    in_service_with_degree: 30,
    age_bands: [{ code: 'under_35', label: '35 岁及以下', in_service: 42, retired: 16 }],
    education: [{ code: 'degree', label: '大学本科', in_service: 30, retired: 0 }],
  },
  secretaries: { full_time: 1, part_time: 2, vacant: 1 },
  terms: { serving: 4, due_soon: 1, overdue: 1 },
}

const COUNTS = [
  { organisation_id: 'organisation-1', members: 58, in_service: 42, retired: 16 },
  { organisation_id: 'finance', members: 47, in_service: 34, retired: 13 },
]

/** Answers of every request that the page of organisations makes; a test puts its own before them. */
export function organisationAnswers(): RequestHandler[] {
  const list = (items: readonly object[]) => HttpResponse.json({ items, next_cursor: null })
  return [
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ as_of: '2026-11-22', items: TREE })),
    http.get('*/api/v1/organisations/:id/ancestors', () => list([])),
    http.get('*/api/v1/organisations/:id/advice', () => list([])),
    http.get('*/api/v1/organisations/:id/summary', () => HttpResponse.json(SUMMARY)),
    http.get('*/api/v1/organisations/:id/member-counts', () => list(COUNTS)),
    http.get('*/api/v1/organisations/:id', ({ params }) =>
      HttpResponse.json(organisation(String(params.id))),
    ),
  ]
}
