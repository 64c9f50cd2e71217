import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useCan } from '../../../auth/session-query'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { roundQuery } from '../round-queries'
import { isRunBy } from '../rounds/round-standing'
import { DraftScheme } from './DraftScheme'
import { RevisedScheme } from './RevisedScheme'
import { SchemeRevisions } from './SchemeRevisions'
import { SchemeView } from './SchemeView'
import { schemeText } from './scheme-text'
import './scheme.css'
import './scheme-view.css'

/** Edited while the round is prepared; read after that, and revised with a reason. */
export function SchemePage({ id }: { readonly id: string }) {
  const can = useCan()
  const { data: round } = useQuery(roundQuery(id))
  if (round === undefined) return null
  const mayWrite = can('duty_rounds.write') && isRunBy(round)
  if (round.state === 'draft' && mayWrite) return <DraftScheme key={round.id} round={round} />
  return <FrozenScheme round={round} mayWrite={mayWrite} />
}

interface FrozenSchemeProps {
  readonly round: DutyRoundOut
  readonly mayWrite: boolean
}

function FrozenScheme({ round, mayWrite }: FrozenSchemeProps) {
  const t = useText(schemeText)
  const [isRevising, setRevising] = useState(false)
  const { scheme, state } = round
  if (scheme === null) {
    return (
      <div className="face">
        <p className="face-title">{t('none')}</p>
        <p className="soft">{t('none_hint')}</p>
      </div>
    )
  }
  if (isRevising) {
    return <RevisedScheme round={round} scheme={scheme} onEnd={() => setRevising(false)} />
  }
  const mayRevise = mayWrite && (state === 'reporting' || state === 'appraising')
  return (
    <>
      <SchemeView scheme={scheme} />
      {mayRevise && (
        <p className="duty-after">
          <Button onClick={() => setRevising(true)}>{t('revise')}</Button>
          <span className="soft">{t('revise_hint')}</span>
        </p>
      )}
      {state !== 'draft' && <SchemeRevisions roundId={round.id} />}
    </>
  )
}
