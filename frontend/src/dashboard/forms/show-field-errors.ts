import type { FormInstance } from 'antd'
import { ApiError } from '@/shared/api/problem'

type Path = (string | number)[]

/** `/members/0/name` → `['members', 0, 'name']`, as antd names the field. */
export function fieldPath(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

/**
 * Puts the server's messages under their inputs and brings the first into view. What has no input on the form
 * comes back, to be shown above it; so does an error that names no field at all.
 */
export function showFieldErrors(form: FormInstance, error: unknown): ApiError | null {
  if (!(error instanceof ApiError)) throw error
  const paths = Object.entries(error.fields).map(([pointer, message]) => ({
    path: fieldPath(pointer),
    message,
  }))
  const placed = paths.filter(({ path }) => hasField(form, path))
  form.setFields(placed.map(({ path, message }) => ({ name: path, errors: [message] })))
  const first = placed[0]
  if (first === undefined) return error
  form.scrollToField(first.path, { focus: true })
  return placed.length === paths.length ? null : error
}

function hasField(form: FormInstance, path: Path): boolean {
  const pointer = path.join('/')
  return form.getFieldsError().some(({ name }) => name.join('/') === pointer)
}
