import { useState } from 'react'
import type { PersonalCodeOut } from '@/shared/api/schema.gen'
import { api } from '../../app/api'
import { KeptNote } from '../../app/KeptNote'
import { type Kept, useKeptAnswer } from '../../app/kept-answer'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { QrCode } from '../../app/QrCode'
import { useSending } from '../../app/use-sending'
import { useText } from '../../app/use-text'
import { useWakeLock } from '../../device/wake-lock'
import { codePageText } from './code-page-text'

const PATH = '/api/v1/me/personal-code'

/** The code that the leader scans: kept on the phone, for it does not expire. */
export function MyCodePage() {
  const t = useText(phoneText)
  const words = useText(codePageText)
  const { loaded, reload } = useKeptAnswer<PersonalCodeOut>(PATH)
  useWakeLock()
  return (
    <>
      <h1>{words('title')}</h1>
      {loaded.state === 'loading' && <p role="status">{t('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && <Code kept={loaded.value} onRenewed={reload} />}
    </>
  )
}

interface CodeProps {
  readonly kept: Kept<PersonalCodeOut>
  readonly onRenewed: () => void
}

function Code({ kept, onRenewed }: CodeProps) {
  const t = useText(codePageText)
  const { code, name } = kept.value
  return (
    <>
      <p className="soft">{t('show')}</p>
      <figure className="my-code">
        <QrCode text={code} label={t('label', { name })} />
        <figcaption>{name}</figcaption>
      </figure>
      <KeptNote kept={kept} />
      {!kept.isOld && <Renewal onRenewed={onRenewed} />}
    </>
  )
}

type RenewalState = 'idle' | 'asking' | 'renewed'

function Renewal({ onRenewed }: { readonly onRenewed: () => void }) {
  const t = useText(codePageText)
  const [state, setState] = useState<RenewalState>('idle')
  const { isBusy, failure, send } = useSending()
  const renew = () =>
    send(async () => {
      await api.POST(`${PATH}/actions/renew`)
      setState('renewed')
      onRenewed()
    })
  if (state === 'asking') {
    return (
      <div className="notice">
        <p>{t('renew_ask')}</p>
        {failure !== null && <LoadProblem error={failure} />}
        <button type="button" className="primary" disabled={isBusy} onClick={() => void renew()}>
          {t('renew_yes')}
        </button>
        <button type="button" onClick={() => setState('idle')}>
          {t('renew_no')}
        </button>
      </div>
    )
  }
  return (
    <>
      {state === 'renewed' && <p role="status">{t('renewed')}</p>}
      <button type="button" onClick={() => setState('asking')}>
        {t('renew')}
      </button>
      <p className="soft">{t('renew_hint')}</p>
    </>
  )
}
