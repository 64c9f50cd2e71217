import type { HomeChange } from '@/shared/api/session-types'

const PAGES: Readonly<Record<string, string>> = {
  organisation: '/organisations',
  member: '/members',
  task: '/tasks',
  import: '/imports',
}

/** The page of what was changed; null where it has none of its own. */
export function subjectPath({ subject_type, subject_id }: Pick<HomeChange, 'subject_type' | 'subject_id'>) {
  const page = PAGES[subject_type]
  return page === undefined ? null : `${page}/${subject_id}`
}
