import { Input, InputNumber } from 'antd'
import { useText } from '../../../i18n/use-text'
import type { ReportSection } from '../duty-types'
import { Field } from '../Field'
import { moved, replaced, without } from '../list-edits'
import { RowButtons } from '../RowButtons'
import { sectionsText } from './sections-text'

interface SectionFieldsProps {
  readonly section: ReportSection
  readonly place: number
  readonly sections: readonly ReportSection[]
  /** Whether the advised length is one that the server takes. */
  readonly isAdvised: boolean
  readonly onChange: (sections: readonly ReportSection[]) => void
}

export function SectionFields({ section, place, sections, isAdvised, onChange }: SectionFieldsProps) {
  const t = useText(sectionsText)
  const number = place + 1
  const set = (change: Partial<ReportSection>) => onChange(replaced(sections, place, change))
  const { title, hint, advised_characters } = section
  return (
    <li className="scheme-row">
      <div className="scheme-line">
        <Field
          label={t('name')}
          error={title.trim() === '' ? t('name_missing') : undefined}
          className="scheme-wide"
        >
          {(input) => (
            <Input
              {...input}
              aria-label={t('name_of', { number })}
              value={title}
              maxLength={200}
              onChange={({ target }) => set({ title: target.value })}
            />
          )}
        </Field>
        <Field
          label={t('length')}
          error={isAdvised ? undefined : t('length_range')}
          className="section-length"
        >
          {(input) => (
            <InputNumber
              {...input}
              aria-label={t('length_of', { number })}
              className="scheme-number"
              controls={false}
              precision={0}
              suffix={t('length_unit')}
              placeholder={t('no_length')}
              value={advised_characters ?? null}
              onChange={(length) => set({ advised_characters: length })}
            />
          )}
        </Field>
        <RowButtons
          words={{
            up: t('up', { name: title }),
            down: t('down', { name: title }),
            remove: t('remove', { name: title }),
          }}
          place={place}
          count={sections.length}
          onMove={(by) => onChange(moved(sections, place, by))}
          onRemove={() => onChange(without(sections, place))}
        />
      </div>
      <Field label={t('section_hint')} error={undefined} className="section-hint">
        {() => (
          <Input
            aria-label={t('hint_of', { number })}
            value={hint}
            maxLength={500}
            onChange={({ target }) => set({ hint: target.value })}
          />
        )}
      </Field>
    </li>
  )
}
