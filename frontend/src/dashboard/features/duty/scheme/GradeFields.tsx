import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useText } from '../../../i18n/use-text'
import type { Grade } from '../duty-types'
import { Field } from '../Field'
import { moved, replaced, without } from '../list-edits'
import { RowButtons } from '../RowButtons'
import { DecimalInput } from './DecimalInput'
import { useEditing, useFault } from './editing'
import { AddGateButton, GateFields } from './GateFields'
import { freeKey } from './scheme-edits'
import { schemeText } from './scheme-text'
import { useRowWords } from './use-row-words'

const MOST_GRADES = 10

/** How a number becomes a word. */
export function GradeFields() {
  const t = useText(schemeText)
  const { scheme, change } = useEditing()
  const { grades } = scheme
  // A new grade stands above the lowest, which goes on taking whoever is left.
  const add = () => {
    const grade = {
      key: freeKey('grade', scheme),
      title: t('new_grade'),
      at_least: '',
      quota: null,
      gates: [],
    }
    change({ grades: [...grades.slice(0, -1), grade, ...grades.slice(-1)] })
  }
  return (
    <section className="scheme-part" aria-labelledby="scheme-grades">
      <h2 id="scheme-grades">{t('grades')}</h2>
      <p className="soft">{t('grades_hint')}</p>
      <ol className="scheme-rows">
        {grades.map((grade, place) => (
          <GradeRow key={grade.key} grade={grade} place={place} />
        ))}
      </ol>
      <Button icon={<PlusOutlined aria-hidden />} disabled={grades.length >= MOST_GRADES} onClick={add}>
        {t('add_grade')}
      </Button>
    </section>
  )
}

interface GradeRowProps {
  readonly grade: Grade
  readonly place: number
}

function GradeRow({ grade, place }: GradeRowProps) {
  const t = useText(schemeText)
  const faultAt = useFault()
  const rowWords = useRowWords()
  const { scheme, change } = useEditing()
  const { grades } = scheme
  const set = (changed: Partial<Grade>) => change({ grades: replaced(grades, place, changed) })
  const name = grade.title || t('grade')
  return (
    <li className="scheme-row">
      <div className="scheme-line">
        <Field label={t('grade')} error={faultAt(`/grades/${place}/title`)} className="scheme-grade">
          {(input) => (
            <Input
              {...input}
              aria-label={t('grade_name', { number: place + 1 })}
              value={grade.title}
              maxLength={50}
              onChange={({ target }) => set({ title: target.value })}
            />
          )}
        </Field>
        <BandField grade={grade} place={place} set={set} />
        <RowButtons
          words={rowWords(name)}
          place={place}
          count={grades.length}
          onMove={(by) => change({ grades: moved(grades, place, by) })}
          onRemove={() => change({ grades: without(grades, place) })}
        />
      </div>
      {place < grades.length - 1 && <GateFields grade={grade} place={place} set={set} />}
    </li>
  )
}

interface BandFieldProps extends GradeRowProps {
  readonly set: (changed: Partial<Grade>) => void
}

function BandField({ grade, place, set }: BandFieldProps) {
  const t = useText(schemeText)
  const faultAt = useFault()
  const { scheme } = useEditing()
  const path = `/grades/${place}`
  const above = scheme.grades[place - 1]?.at_least
  if (place === scheme.grades.length - 1) {
    return (
      <span className="soft scheme-band">
        {above === undefined ? t('lowest') : `${t('band_rest', { to: above })} · ${t('lowest')}`}
      </span>
    )
  }
  return (
    <>
      <Field label={t('at_least')} error={faultAt(`${path}/at_least`)} className="scheme-small">
        {(input) => (
          <DecimalInput
            {...input}
            aria-label={t('at_least_of', { name: grade.title })}
            value={grade.at_least}
            onChange={(at_least) => set({ at_least })}
          />
        )}
      </Field>
      <span className="soft scheme-band">
        {above === undefined
          ? t('band_top', { from: grade.at_least })
          : t('band', { from: grade.at_least, to: above })}
      </span>
      <Field label={t('quota')} error={faultAt(`${path}/quota`)} className="scheme-quota">
        {(input) => (
          <DecimalInput
            {...input}
            aria-label={t('quota_of', { name: grade.title })}
            placeholder={t('quota_none')}
            suffix="%"
            value={grade.quota ?? null}
            onChange={(quota) => set({ quota: quota === '' ? null : quota })}
          />
        )}
      </Field>
      <AddGateButton grade={grade} set={set} />
    </>
  )
}
