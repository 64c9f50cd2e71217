import { useQuery } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import type { ActivityOut, ServiceConfirmationOut } from '../volunteering-types'
import { confirmationQuery, useAskForConfirmation } from './confirmation-queries'
import { confirmationText } from './confirmation-text'

/** Whether those who were served say so, and the link by which they are asked. */
export function ServiceConfirmation({ activity }: { readonly activity: ActivityOut }) {
  const t = useText(confirmationText)
  const can = useCan()
  const { data: known } = useQuery(confirmationQuery(activity.id))
  const ask = useAskForConfirmation(activity.id)
  if (known === undefined) return null
  const isOpen = known.state === 'asked' || known.state === 'expired'
  return (
    <section aria-labelledby="vol-confirmation" className="vol-confirmation">
      <h2 id="vol-confirmation">{t('title')}</h2>
      <Answer confirmation={known} party={activity.served_party ?? ''} />
      {ask.isError && <ProblemAlert error={ask.error} />}
      {ask.data !== undefined && <NewLink path={ask.data.url} />}
      {can('activities.write') && known.state === 'not_asked' && (
        <Button loading={ask.isPending} onClick={() => ask.mutate()}>
          {t('ask')}
        </Button>
      )}
      {can('activities.write') && isOpen && ask.data === undefined && (
        <ConfirmButton
          label={t('ask_again')}
          title={t('ask_again_title')}
          description={t('ask_again_text')}
          onConfirm={() => ask.mutateAsync()}
        />
      )}
    </section>
  )
}

interface AnswerProps {
  readonly confirmation: ServiceConfirmationOut
  readonly party: string
}

function Answer({ confirmation, party }: AnswerProps) {
  const t = useText(confirmationText)
  const format = useFormat()
  const { state, asked_at, answered_at, confirmed, rating, comment, expires_at } = confirmation
  if (state === 'not_asked') return <p className="soft">{t('none', { party })}</p>
  if (state !== 'answered') {
    const times = { at: format.dateTime(asked_at), until: format.dateTime(expires_at) }
    return <p className="soft">{t(state, times)}</p>
  }
  return (
    <>
      <p>
        <StatusTag tone={confirmed === true ? 'done' : 'warning'}>
          {t(confirmed === true ? 'confirmed' : 'denied')}
        </StatusTag>
        {rating !== null && <span className="soft"> · {t('rating', { rating })}</span>}
      </p>
      {comment !== null && comment !== '' && <p className="vol-writing">{comment}</p>}
      <p className="soft">{t('answered', { at: format.dateTime(answered_at) })}</p>
    </>
  )
}

function NewLink({ path }: { readonly path: string }) {
  const url = new URL(path, window.location.origin).href
  const t = useText(confirmationText)
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    void message.success(t('copied'))
  }
  return (
    <div className="vol-link">
      <Input readOnly value={url} aria-label={t('link')} onFocus={({ target }) => target.select()} />
      <Button onClick={() => void copy()}>{t('copy')}</Button>
      <p className="soft">{t('link')}</p>
    </div>
  )
}
