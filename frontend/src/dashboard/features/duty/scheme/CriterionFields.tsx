import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Segmented } from 'antd'
import { useLocale } from '../../../app/locale'
import { useText } from '../../../i18n/use-text'
import type { Criterion } from '../duty-types'
import { Field } from '../Field'
import { moved, replaced, without } from '../list-edits'
import { RowButtons } from '../RowButtons'
import { DecimalInput } from './DecimalInput'
import { useEditing, useFault } from './editing'
import { LevelFields } from './LevelFields'
import { freeKey } from './scheme-edits'
import { schemeText } from './scheme-text'
import { useRowWords } from './use-row-words'
import { newCriterion, usualLevels } from './usual-scheme'

const MOST_CRITERIA = 30

/** What every sheet asks. */
export function CriterionFields() {
  const t = useText(schemeText)
  const locale = useLocale()
  const { scheme, change, isSheetFrozen } = useEditing()
  const add = () =>
    change({
      criteria: [...scheme.criteria, newCriterion(freeKey('criterion', scheme), t('new_criterion'), locale)],
    })
  return (
    <section className="scheme-part" aria-labelledby="scheme-criteria">
      <h2 id="scheme-criteria">{t('criteria')}</h2>
      <p className="soft">{t('criteria_hint')}</p>
      <fieldset disabled={isSheetFrozen} className="scheme-fieldset">
        <ol className="scheme-rows">
          {scheme.criteria.map((criterion, place) => (
            <CriterionRow key={criterion.key} criterion={criterion} place={place} />
          ))}
        </ol>
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={isSheetFrozen || scheme.criteria.length >= MOST_CRITERIA}
          onClick={add}
        >
          {t('add_criterion')}
        </Button>
      </fieldset>
    </section>
  )
}

interface CriterionRowProps {
  readonly criterion: Criterion
  readonly place: number
}

function CriterionRow({ criterion, place }: CriterionRowProps) {
  const t = useText(schemeText)
  const faultAt = useFault()
  const rowWords = useRowWords()
  const { scheme, change, isSheetFrozen } = useEditing()
  const { criteria } = scheme
  const set = (changed: Partial<Criterion>) => change({ criteria: replaced(criteria, place, changed) })
  const path = `/criteria/${place}`
  const name = criterion.title || t('criterion')
  return (
    <li className="scheme-row">
      <div className="scheme-line">
        <Field label={t('criterion')} error={faultAt(`${path}/title`)} className="scheme-wide">
          {(input) => (
            <Input
              {...input}
              aria-label={t('criterion_name', { number: place + 1 })}
              value={criterion.title}
              maxLength={200}
              disabled={isSheetFrozen}
              onChange={({ target }) => set({ title: target.value })}
            />
          )}
        </Field>
        <NumberFields criterion={criterion} place={place} set={set} />
        <RowButtons
          words={rowWords(name)}
          place={place}
          count={criteria.length}
          isFrozen={isSheetFrozen}
          onMove={(by) => change({ criteria: moved(criteria, place, by) })}
          onRemove={() => change({ criteria: without(criteria, place) })}
        />
      </div>
      {criterion.levels.length > 0 && <LevelFields criterion={criterion} place={place} set={set} />}
    </li>
  )
}

interface NumberFieldsProps extends CriterionRowProps {
  readonly set: (changed: Partial<Criterion>) => void
}

function NumberFields({ criterion, place, set }: NumberFieldsProps) {
  const t = useText(schemeText)
  const locale = useLocale()
  const faultAt = useFault()
  const { isSheetFrozen } = useEditing()
  const path = `/criteria/${place}`
  const name = criterion.title
  const byLevel = criterion.levels.length > 0
  return (
    <>
      <Field label={t('weight')} error={faultAt(`${path}/weight`)} className="scheme-small">
        {(input) => (
          <DecimalInput
            {...input}
            aria-label={t('weight_of', { name })}
            value={criterion.weight}
            onChange={(weight) => set({ weight })}
          />
        )}
      </Field>
      <Field label={t('max')} error={faultAt(`${path}/max`)} className="scheme-small">
        {(input) => (
          <DecimalInput
            {...input}
            aria-label={t('max_of', { name })}
            value={criterion.max}
            disabled={isSheetFrozen}
            onChange={(max) => set({ max })}
          />
        )}
      </Field>
      <Field label={t('answer_by')} error={faultAt(`${path}/levels`)} className="scheme-by">
        {() => (
          <Segmented
            aria-label={t('answer_by_of', { name })}
            disabled={isSheetFrozen}
            value={byLevel ? 'level' : 'number'}
            options={[
              { value: 'number', label: t('by_number') },
              { value: 'level', label: t('by_level') },
            ]}
            onChange={(way) => set({ levels: way === 'level' ? usualLevels(locale) : [] })}
          />
        )}
      </Field>
      <Checkbox
        className="scheme-required"
        aria-label={t('required_of', { name })}
        disabled={isSheetFrozen}
        checked={criterion.required}
        onChange={({ target }) => set({ required: target.checked })}
      >
        {t('required')}
      </Checkbox>
    </>
  )
}
