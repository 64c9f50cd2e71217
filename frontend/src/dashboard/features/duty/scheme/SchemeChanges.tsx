import type { SchemeChangeOut } from '@/shared/api/schema.gen'
import { useLocale } from '../../../app/locale'

/** What one version of a scheme has otherwise than the one before. */
export function SchemeChanges({ changes }: { readonly changes: readonly SchemeChangeOut[] }) {
  const locale = useLocale()
  return (
    <ul className="scheme-changes">
      {changes.map(({ path, zh, en }) => (
        <li key={path}>{locale === 'zh-CN' ? zh : en}</li>
      ))}
    </ul>
  )
}
