import type { UserOut } from '@/shared/api/schema.gen'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { usersText } from './users-text'

export function UserStateTag({ user: { state, locked } }: { readonly user: UserOut }) {
  const t = useText(usersText)
  if (state === 'disabled') return <StatusTag tone="neutral">{t('disabled')}</StatusTag>
  if (locked) return <StatusTag tone="warning">{t('locked')}</StatusTag>
  return <StatusTag tone="done">{t('active')}</StatusTag>
}
