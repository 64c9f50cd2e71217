import type { ImportOut } from '@/shared/api/schema.gen'

/** An uploaded roster whose columns were recognised, save one. */
export function importBody(change: Partial<ImportOut> = {}): ImportOut {
  return {
    id: 'import-1',
    version: 1,
    state: 'uploaded',
    allowed_actions: ['check', 'cancel'],
    created_at: '2026-11-22T01:00:00Z',
    updated_at: '2026-11-22T01:00:00Z',
    kind: 'members',
    organisation_id: 'organisation-1',
    file_id: 'file-1',
    organisation_name: '明州区直机关工委',
    file_name: '党员花名册.xlsx',
    as_of: '2008-12-31',
    sheet: '花名册',
    header_row: 3,
    columns: [
      { index: 0, head: '序号', field: null, sample: ['1', '2'] },
      { index: 1, head: '姓名', field: 'name', sample: ['余宁', '侯燕'] },
      { index: 2, head: '身份证', field: null, sample: ['500*************94'] },
      { index: 3, head: '所在党支部', field: 'branch', sample: ['第一党支部'] },
    ],
    fields: [
      { field: 'name', label: '姓名', required: true },
      { field: 'identity_number', label: '公民身份号码', required: true },
      { field: 'branch', label: '所在党支部', required: true },
      { field: 'phone', label: '联系电话', required: false },
    ],
    missing: ['identity_number'],
    rows_total: 779,
    rows_new: 0,
    rows_changed: 0,
    rows_same: 0,
    rows_faulty: 0,
    faults_total: 0,
    job_id: null,
    ...change,
  }
}

const MAPPED = importBody().columns.map((column) =>
  column.index === 2 ? { ...column, field: 'identity_number' } : column,
)

export const CHECKED: Partial<ImportOut> = {
  version: 3,
  state: 'checked',
  allowed_actions: ['check', 'commit', 'reopen', 'cancel'],
  columns: MAPPED,
  missing: [],
  rows_new: 770,
  rows_changed: 7,
  rows_same: 2,
  job_id: 'job-1',
}

export const FAULTY: Partial<ImportOut> = {
  ...CHECKED,
  allowed_actions: ['check', 'reopen', 'cancel'],
  rows_total: 40,
  rows_new: 38,
  rows_changed: 0,
  rows_same: 0,
  rows_faulty: 2,
  faults_total: 2,
}

export function jobBody(change: object = {}) {
  return {
    id: 'job-1',
    version: 1,
    state: 'running',
    allowed_actions: [],
    created_at: '2026-11-22T01:00:00Z',
    updated_at: '2026-11-22T01:00:00Z',
    kind: 'import.check',
    done: 400,
    total: 779,
    message: '正在读取并检查',
    result: null,
    problem: null,
    ...change,
  }
}
