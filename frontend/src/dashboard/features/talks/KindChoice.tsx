import { Radio } from 'antd'
import type { TalkKind } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { talkFormText } from './talk-form-text'
import { talkKindsText } from './talk-states-text'
import { KINDS } from './talks-search'

interface KindChoiceProps {
  readonly value?: TalkKind
  readonly onChange?: (kind: TalkKind) => void
}

/** The four kinds, each with what it is for: the rest of the form follows from the choice. */
export function KindChoice({ value, onChange }: KindChoiceProps) {
  const t = useText(talkFormText)
  const kinds = useText(talkKindsText)
  return (
    <Radio.Group
      className="talk-kinds"
      aria-label={t('kind')}
      {...(value !== undefined && { value })}
      onChange={(event) => onChange?.(event.target.value)}
      options={KINDS.map((kind) => ({
        value: kind,
        label: (
          <span className="talk-kind">
            <strong>{kinds(kind)}</strong>
            <span className="soft">{t(`about_${kind}`)}</span>
          </span>
        ),
      }))}
    />
  )
}
