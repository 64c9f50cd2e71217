import { type SubmitEvent, useState } from 'react'
import { api } from '../../app/api'
import { LoadProblem } from '../../app/LoadProblem'
import { useSending } from '../../app/use-sending'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'
import { certificatesText } from './certificates-text'

/** The request: from when until when, and for what. */
export function CertificateRequest({ onSent }: { readonly onSent: () => void }) {
  const t = useText(certificatesText)
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <RequestForm onSent={onSent} onLeave={() => setOpen(false)} />
  return (
    <>
      <button type="button" className="primary" onClick={() => setOpen(true)}>
        {t('request')}
      </button>
      <p className="soft">{t('request_hint')}</p>
    </>
  )
}

interface RequestFormProps {
  readonly onSent: () => void
  readonly onLeave: () => void
}

function RequestForm({ onSent, onLeave }: RequestFormProps) {
  const t = useText(certificatesText)
  const { today } = useWho().settings
  const [fromOn, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [untilOn, setUntil] = useState(today)
  const [purpose, setPurpose] = useState('')
  const { isBusy, failure, send } = useSending()
  const isInOrder = fromOn !== '' && untilOn !== '' && fromOn <= untilOn
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void send(async () => {
      const body = { from_on: fromOn, until_on: untilOn, purpose: purpose.trim() }
      await api.POST('/api/v1/me/certificates', { body })
      onSent()
    })
  }
  return (
    <form onSubmit={submit}>
      {failure !== null && <LoadProblem error={failure} />}
      <DayField label={t('from')} value={fromOn} latest={today} onChange={setFrom} />
      <DayField label={t('until')} value={untilOn} latest={today} onChange={setUntil} />
      {!isInOrder && <p className="late">{t('wrong_order')}</p>}
      <label>
        {t('purpose')}
        <input maxLength={200} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
      </label>
      <button type="submit" className="primary" disabled={isBusy || !isInOrder}>
        {t('send')}
      </button>
      <button type="button" onClick={onLeave}>
        {t('never_mind')}
      </button>
    </form>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly latest: string
  readonly onChange: (on: string) => void
}

function DayField({ label, value, latest, onChange }: DayFieldProps) {
  return (
    <label>
      {label}
      <input
        type="date"
        required
        max={latest}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
