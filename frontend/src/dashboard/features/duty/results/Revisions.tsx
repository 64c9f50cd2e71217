import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useFormat } from '../../../app/use-format'
import { DownloadButton } from '../../../components/DownloadButton'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { revisionsQuery } from './result-queries'
import { resultsText } from './results-text'

/** What was published and stays: every revision with the hash that stands for it. */
export function Revisions({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(resultsText)
  const format = useFormat()
  const { data = [] } = useQuery(revisionsQuery(round.id))
  if (data.length === 0) return null
  return (
    <section className="duty-section" aria-labelledby="duty-revisions">
      <div className="results-head">
        <h2 id="duty-revisions">{t('revisions')}</h2>
        <DownloadButton label={t('export')} path={`/api/v1/duty-rounds/${round.id}/export`} />
      </div>
      <p className="soft">{t('revisions_hint')}</p>
      <ul className="rows">
        {data.map(({ id, revision, sha256, published_at, published_by_name }) => (
          <li key={id} className="row">
            <span className="row-what">
              <span className="row-title">{t('revision', { number: revision })}</span>
              <span className="soft">
                {t('published_at', { by: published_by_name, at: format.dateTime(published_at) })}
              </span>
              <span className="results-sha">
                <span className="soft">{t('sha')}</span> <code>{sha256}</code> <CopyButton text={sha256} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function CopyButton({ text }: { readonly text: string }) {
  const t = useText(resultsText)
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    void message.success(t('copied'))
  }
  return (
    <Button size="small" onClick={() => void copy()}>
      {t('copy')}
    </Button>
  )
}
