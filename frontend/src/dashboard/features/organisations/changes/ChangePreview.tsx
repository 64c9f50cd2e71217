import { Alert } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { Preview } from './change-types'
import { changesText } from './changes-text'
import { PreviewOutline } from './PreviewOutline'
import { previewRows } from './preview-rows'
import './preview.css'

interface ChangePreviewProps {
  readonly preview: Preview
  /** The day whose tree is shown. */
  readonly on: string
}

/** What a change would do: in words, and the tree around it before and after side by side. */
export function ChangePreview({ preview, on }: ChangePreviewProps) {
  const t = useText(changesText)
  const format = useFormat()
  const { effects, problems } = preview
  const rows = previewRows(preview)
  return (
    <section className="org-preview" aria-label={t('preview_title')}>
      {problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="problem"
          title={t('problems')}
          description={
            <>
              <ul className="org-remarks">
                {problems.map(({ code, message }) => (
                  <li key={`${code} ${message}`}>{message}</li>
                ))}
              </ul>
              <p className="soft">{t('problems_hint')}</p>
            </>
          }
        />
      )}
      {problems.length === 0 && (
        <div className="org-effects">
          <h2>{t('effects')}</h2>
          {effects.length === 0 && <p className="soft">{t('no_effects')}</p>}
          <ul className="org-remarks">
            {effects.map(({ code, message }) => (
              <li key={`${code} ${message}`}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      {problems.length === 0 && (
        <>
          <h2>
            {t('preview_title')}{' '}
            <span className="soft org-preview-on">{t('preview_on', { date: format.date(on) })}</span>
          </h2>
          <div className="org-preview-sides">
            <PreviewOutline title={t('before')} rows={rows.before} />
            <PreviewOutline title={t('after')} rows={rows.after} />
          </div>
        </>
      )}
    </section>
  )
}
