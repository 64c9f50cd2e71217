import { Radio } from 'antd'
import { useText } from '../../../i18n/use-text'
import { CHANGE_KINDS, type ChangeKind } from './change-types'
import { changeKindHintsText, changeKindsText, changesText } from './changes-text'

interface KindChoiceProps {
  readonly value: ChangeKind | undefined
  readonly onChange: (kind: ChangeKind) => void
}

export function KindChoice({ value, onChange }: KindChoiceProps) {
  const t = useText(changesText)
  const kinds = useText(changeKindsText)
  const hints = useText(changeKindHintsText)
  return (
    <Radio.Group
      className="org-kinds"
      aria-label={t('choose_kind')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {CHANGE_KINDS.map((kind) => (
        <Radio key={kind} value={kind} className="org-kind-card">
          <strong>{kinds(kind)}</strong>
          <span className="soft">{hints(kind)}</span>
        </Radio>
      ))}
    </Radio.Group>
  )
}
