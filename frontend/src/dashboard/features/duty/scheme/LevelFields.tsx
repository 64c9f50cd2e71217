import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useText } from '../../../i18n/use-text'
import type { Criterion, Level } from '../duty-types'
import { replaced, without } from '../list-edits'
import { DecimalInput } from './DecimalInput'
import { useEditing, useFault } from './editing'
import { schemeText } from './scheme-text'

interface LevelFieldsProps {
  readonly criterion: Criterion
  readonly place: number
  readonly set: (changed: Partial<Criterion>) => void
}

const MOST_LEVELS = 10

/** Words to tick, each with its value: 好 = 100. */
export function LevelFields({ criterion, place, set }: LevelFieldsProps) {
  const t = useText(schemeText)
  const { isSheetFrozen } = useEditing()
  const { levels, title: name } = criterion
  return (
    <div className="scheme-levels">
      <span className="scheme-label">{t('levels')}</span>
      <ul>
        {levels.map((level, at) => (
          <LevelField
            // biome-ignore lint/suspicious/noArrayIndexKey: a level has nothing but its place.
            key={at}
            level={level}
            path={`/criteria/${place}/levels/${at}`}
            words={{ name, number: at + 1 }}
            onChange={(changed) => set({ levels: replaced(levels, at, changed) })}
            onRemove={() => set({ levels: without(levels, at) })}
          />
        ))}
        <li>
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            aria-label={t('level_add', { name })}
            disabled={isSheetFrozen || levels.length >= MOST_LEVELS}
            onClick={() => set({ levels: [...levels, { label: '', value: '0' }] })}
          />
        </li>
      </ul>
    </div>
  )
}

interface LevelFieldProps {
  readonly level: Level
  readonly path: string
  readonly words: { readonly name: string; readonly number: number }
  readonly onChange: (changed: Partial<Level>) => void
  readonly onRemove: () => void
}

function LevelField({ level, path, words, onChange, onRemove }: LevelFieldProps) {
  const t = useText(schemeText)
  const faultAt = useFault()
  const { isSheetFrozen } = useEditing()
  const label = faultAt(`${path}/label`)
  const value = faultAt(`${path}/value`)
  const error = label ?? value
  return (
    <li>
      <span className="scheme-level">
        <Input
          size="small"
          aria-label={t('level_label', words)}
          status={label === undefined ? '' : 'error'}
          value={level.label}
          maxLength={50}
          disabled={isSheetFrozen}
          onChange={({ target }) => onChange({ label: target.value })}
        />
        <span aria-hidden="true">=</span>
        <DecimalInput
          aria-label={t('level_value', words)}
          status={value === undefined ? '' : 'error'}
          value={level.value}
          disabled={isSheetFrozen}
          onChange={(typed) => onChange({ value: typed })}
        />
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('level_remove', words)}
          disabled={isSheetFrozen}
          onClick={onRemove}
        />
      </span>
      {error !== undefined && (
        <span className="scheme-error" role="alert">
          {error}
        </span>
      )}
    </li>
  )
}
