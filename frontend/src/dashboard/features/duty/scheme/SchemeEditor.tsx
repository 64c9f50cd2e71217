import { type ReactNode, useMemo } from 'react'
import { ApiError } from '@/shared/api/problem'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import type { Scheme } from '../duty-types'
import { CriterionFields } from './CriterionFields'
import { ExamplePanel } from './ExamplePanel'
import { EditingContext } from './editing'
import { GradeFields } from './GradeFields'
import { GroupFields } from './GroupFields'
import { PolicyFields } from './PolicyFields'
import { withoutLooseEnds } from './scheme-edits'
import { faultsOf } from './scheme-faults'
import { schemeText } from './scheme-text'
import './scheme.css'

interface SchemeEditorProps {
  readonly scheme: Scheme
  readonly onChange: (scheme: Scheme) => void
  readonly isSheetFrozen?: boolean
  /** Of the last saving; told at the fields that it names. */
  readonly error: unknown
  readonly hint: string
  /** The buttons; told whether the scheme may be sent. */
  readonly children: (isSound: boolean) => ReactNode
}

/** The whole scheme with what it does beside it. */
export function SchemeEditor(props: SchemeEditorProps) {
  const { scheme, onChange, isSheetFrozen = false, error, hint, children } = props
  const t = useText(schemeText)
  const faults = useMemo(() => faultsOf(scheme), [scheme])
  const count = Object.keys(faults).length
  const refused = refusedFields(error)
  const editing = {
    scheme,
    change: (change: Partial<Scheme>) => onChange(withoutLooseEnds({ ...scheme, ...change })),
    faults,
    refused,
    isSheetFrozen,
  }
  return (
    <EditingContext value={editing}>
      <div className="scheme-columns">
        <div className="scheme-main">
          <p className="soft">{hint}</p>
          {error !== null && <ProblemAlert error={error} />}
          <GroupFields />
          <CriterionFields />
          <GradeFields />
          <PolicyFields />
        </div>
        <ExamplePanel scheme={scheme} isSound={count === 0} />
      </div>
      <div className="duty-bar">
        {children(count === 0)}
        {count > 0 && <span className="duty-bar-fault">{t('faults', { count })}</span>}
      </div>
    </EditingContext>
  )
}

/** `/scheme/groups/0/weight` and `/groups/0/weight` are one field here. */
function refusedFields(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiError)) return {}
  return Object.fromEntries(
    Object.entries(error.fields).map(([pointer, message]) => [pointer.replace(/^\/scheme/, ''), message]),
  )
}
