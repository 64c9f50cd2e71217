import { Radio } from 'antd'
import type { ImportKind } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { IMPORT_KINDS, kindOf } from './import-kinds'
import { uploadText } from './imports-text'

interface KindFieldProps {
  readonly value: ImportKind
  readonly onChange: (kind: ImportKind) => void
}

export function KindField({ value, onChange }: KindFieldProps) {
  const t = useText(uploadText)
  return (
    <Radio.Group
      className="imports-kinds"
      aria-label={t('kind')}
      value={value}
      onChange={(event) => onChange(kindOf(String(event.target.value)))}
    >
      {IMPORT_KINDS.map((kind) => (
        <Radio key={kind} value={kind} className="imports-kind">
          <span className="imports-kind-name">{t(kind)}</span>
          <span className="soft">{t(`${kind}_hint`)}</span>
        </Radio>
      ))}
    </Radio.Group>
  )
}
