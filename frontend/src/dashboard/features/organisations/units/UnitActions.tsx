import { ConfirmButton } from '../../../components/ConfirmButton'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { useText } from '../../../i18n/use-text'
import { verbOf } from '../history-verbs'
import type { Unit } from '../organisation-types'
import { useActOnUnit } from './unit-queries'
import { unitActionsText, unitStatesText, unitsText } from './units-text'

interface UnitActionsProps {
  readonly unit: Unit
  readonly onDone: () => void
}

const ACTIONS = ['close', 'reopen'] as const

/** Closing and reopening a unit, as the server allows, and its history. */
export function UnitActions({ unit, onDone }: UnitActionsProps) {
  const t = useText(unitsText)
  const verbs = useText(unitActionsText)
  const states = useText(unitStatesText)
  const act = useActOnUnit(unit.id)
  const { name } = unit
  return (
    <span className="org-form-actions">
      <HistoryButton
        path={`/api/v1/units/${unit.id}/history`}
        names={{ action: (code) => verbs.code(verbOf(code)), state: states.code }}
      />
      {ACTIONS.filter((action) => unit.allowed_actions.includes(action)).map((action) => (
        <ConfirmButton
          key={action}
          label={t(action)}
          title={t(`${action}_title`, { name })}
          description={t(`${action}_text`)}
          reason="required"
          onConfirm={async (reason) => {
            await act.mutateAsync({ action, reason })
            onDone()
          }}
        />
      ))}
    </span>
  )
}
