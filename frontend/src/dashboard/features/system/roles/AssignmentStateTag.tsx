import type { AssignmentState } from '@/shared/api/schema.gen'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { rolesPageText } from './roles-page-text'

export function AssignmentStateTag({ state }: { readonly state: AssignmentState }) {
  const t = useText(rolesPageText)
  return <StatusTag tone={state === 'active' ? 'done' : 'neutral'}>{t(state)}</StatusTag>
}
