import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useText } from '../../../i18n/use-text'
import type { Gate, Grade } from '../duty-types'
import { replaced, without } from '../list-edits'
import { DecimalInput } from './DecimalInput'
import { useEditing, useFault } from './editing'
import { schemeText } from './scheme-text'

interface GateFieldsProps {
  readonly grade: Grade
  readonly place: number
  readonly set: (changed: Partial<Grade>) => void
}

const MOST_GATES = 10
const TOTAL = ''

/** “Good only if”: conditions beside the total. */
export function GateFields({ grade, place, set }: GateFieldsProps) {
  const { gates, title: name } = grade
  if (gates.length === 0) return null
  return (
    <div className="scheme-gates">
      {gates.map((gate, at) => (
        <GateField
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has nothing but its place.
          key={at}
          gate={gate}
          name={name}
          path={`/grades/${place}/gates/${at}`}
          onChange={(changed) => set({ gates: replaced(gates, at, changed) })}
          onRemove={() => set({ gates: without(gates, at) })}
        />
      ))}
    </div>
  )
}

export function AddGateButton({ grade, set }: Pick<GateFieldsProps, 'grade' | 'set'>) {
  const t = useText(schemeText)
  const { gates, title: name, at_least } = grade
  return (
    <Button
      type="text"
      className="scheme-gate-add"
      icon={<PlusOutlined aria-hidden />}
      aria-label={t('gate_add_of', { name })}
      disabled={gates.length >= MOST_GATES}
      onClick={() => set({ gates: [...gates, { group: null, at_least }] })}
    >
      {t('gate_add')}
    </Button>
  )
}

interface GateFieldProps {
  readonly gate: Gate
  readonly name: string
  readonly path: string
  readonly onChange: (changed: Partial<Gate>) => void
  readonly onRemove: () => void
}

function GateField({ gate, name, path, onChange, onRemove }: GateFieldProps) {
  const t = useText(schemeText)
  const faultAt = useFault()
  const { scheme } = useEditing()
  const error = faultAt(`${path}/at_least`)
  return (
    <span className="scheme-gate">
      <span className="soft">{t('gates')}</span>
      <Select
        size="small"
        aria-label={t('gate_of', { name })}
        popupMatchSelectWidth={false}
        value={gate.group ?? TOTAL}
        options={[
          { value: TOTAL, label: t('gate_total') },
          ...scheme.groups.map(({ key, title }) => ({ value: key, label: title })),
        ]}
        onChange={(group) => onChange({ group: group === TOTAL ? null : group })}
      />
      <span className="soft">{t('gate_at_least')}</span>
      <DecimalInput
        aria-label={t('gate_value', { name })}
        status={error === undefined ? '' : 'error'}
        value={gate.at_least}
        onChange={(at_least) => onChange({ at_least })}
      />
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('gate_remove', { name })}
        onClick={onRemove}
      />
      {error !== undefined && (
        <span className="scheme-error" role="alert">
          {error}
        </span>
      )}
    </span>
  )
}
