import { useState } from 'react'
import { serverClock } from '../../app/api'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'
import { leadText } from './lead-text'
import { type Said, saidFault } from './said-fault'
import { instantIn, localIn } from './said-time'

interface SaidTimeProps {
  readonly said: Said | null
  readonly onChange: (said: Said | null) => void
}

/** For marking what was some time ago; it stays labelled as late, with its reason. */
export function SaidTime({ said, onChange }: SaidTimeProps) {
  const t = useText(leadText)
  const zone = useWho().settings.time_zone
  const [local, setLocal] = useState(() => localIn(zone, serverClock.now()))
  const set = (nextLocal: string, reason: string) => {
    setLocal(nextLocal)
    if (nextLocal !== '') onChange({ at: instantIn(zone, nextLocal), reason })
  }
  const fault = saidFault(said, serverClock.now())
  return (
    <details
      className="said"
      onToggle={(event) => (event.currentTarget.open ? set(local, '') : onChange(null))}
    >
      <summary>{t('other_time')}</summary>
      <label>
        {t('at')}
        <input
          type="datetime-local"
          value={local}
          onChange={(event) => set(event.target.value, said?.reason ?? '')}
        />
      </label>
      <label>
        {t('why')}
        <input
          maxLength={500}
          value={said?.reason ?? ''}
          onChange={(event) => set(local, event.target.value)}
        />
      </label>
      {fault !== null && <p className="late">{t(fault)}</p>}
    </details>
  )
}
