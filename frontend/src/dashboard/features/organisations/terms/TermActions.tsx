import { useState } from 'react'
import { useSettings } from '../../../app/settings-query'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { DateField } from '../../../components/DateField'
import { useText } from '../../../i18n/use-text'
import type { Term } from '../organisation-types'
import { useActOnTerm, useAdjustTerm } from './term-queries'
import { termsText } from './terms-text'

interface TermActionsProps {
  readonly term: Term
  readonly name: string
}

/** What may be done to the running term, as the server allows. */
export function TermActions({ term, name }: TermActionsProps) {
  const t = useText(termsText)
  const can = useCan()
  const act = useActOnTerm()
  const mayStart = term.allowed_actions.includes('start_election')
  return (
    <>
      {mayStart && (
        <ConfirmButton
          label={t('start_election')}
          title={t('start_election_title', { name })}
          description={t('start_election_text')}
          onConfirm={() => act.mutateAsync({ term, action: 'start_election' })}
        />
      )}
      {can('terms.write') && term.state !== 'ended' && <AdjustButton term={term} />}
      {term.allowed_actions.includes('end') && <EndButton term={term} />}
    </>
  )
}

function AdjustButton({ term }: { readonly term: Term }) {
  const t = useText(termsText)
  const adjust = useAdjustTerm()
  const [endsOn, setEndsOn] = useState(term.ends_on)
  return (
    <ConfirmButton
      label={t('adjust')}
      title={t('adjust_title', { number: term.number })}
      description={
        <>
          <p>{t('adjust_text')}</p>
          <DateField
            label={t('ends_on')}
            value={endsOn}
            allowClear={false}
            onChange={(day) => setEndsOn(day ?? term.ends_on)}
          />
        </>
      }
      onConfirm={() => adjust.mutateAsync({ term, endsOn })}
    />
  )
}

function EndButton({ term }: { readonly term: Term }) {
  const t = useText(termsText)
  const { today } = useSettings()
  const act = useActOnTerm()
  const [on, setOn] = useState(today)
  return (
    <ConfirmButton
      label={t('end')}
      title={t('end_title', { number: term.number })}
      danger
      description={
        <>
          <p>{t('end_text')}</p>
          <DateField
            label={t('end_on')}
            value={on}
            until={today}
            allowClear={false}
            onChange={(day) => setOn(day ?? today)}
          />
        </>
      }
      onConfirm={() => act.mutateAsync({ term, action: 'end', on })}
    />
  )
}
