import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { Group } from '../duty-types'
import { Field } from '../Field'
import { moved, replaced, without } from '../list-edits'
import { RowButtons } from '../RowButtons'
import { DecimalInput } from './DecimalInput'
import { useEditing, useFault } from './editing'
import { freeKey } from './scheme-edits'
import { schemeText } from './scheme-text'
import { useRowWords } from './use-row-words'
import { newGroup } from './usual-scheme'

const MOST_GROUPS = 12

/** Who rates, with which weight. */
export function GroupFields() {
  const t = useText(schemeText)
  const { scheme, change } = useEditing()
  const add = () => change({ groups: [...scheme.groups, newGroup(freeKey('group', scheme), t('new_group'))] })
  return (
    <section className="scheme-part" aria-labelledby="scheme-groups">
      <h2 id="scheme-groups">{t('groups')}</h2>
      <p className="soft">{t('groups_hint')}</p>
      <ol className="scheme-rows">
        {scheme.groups.map((group, place) => (
          <GroupRow key={group.key} group={group} place={place} />
        ))}
      </ol>
      <Button
        icon={<PlusOutlined aria-hidden />}
        disabled={scheme.groups.length >= MOST_GROUPS}
        onClick={add}
      >
        {t('add_group')}
      </Button>
    </section>
  )
}

interface GroupRowProps {
  readonly group: Group
  readonly place: number
}

function GroupRow({ group, place }: GroupRowProps) {
  const t = useText(schemeText)
  const faultAt = useFault()
  const rowWords = useRowWords()
  const format = useFormat()
  const { scheme, change } = useEditing()
  const { groups } = scheme
  const set = (changed: Partial<Group>) => change({ groups: replaced(groups, place, changed) })
  const path = `/groups/${place}`
  const name = group.title || t('group')
  const sum = groups.reduce((total, { weight }) => total + (Number(weight) || 0), 0)
  return (
    <li className="scheme-row">
      <div className="scheme-line">
        <Field label={t('group')} error={faultAt(`${path}/title`)} className="scheme-wide">
          {(input) => (
            <Input
              {...input}
              aria-label={t('group_name', { number: place + 1 })}
              value={group.title}
              maxLength={200}
              onChange={({ target }) => set({ title: target.value })}
            />
          )}
        </Field>
        <Field label={t('weight')} error={faultAt(`${path}/weight`)} className="scheme-weight">
          {(input) => (
            <span className="scheme-with-note">
              <DecimalInput
                {...input}
                aria-label={t('weight_of', { name })}
                value={group.weight}
                onChange={(weight) => set({ weight })}
              />
              <span className="soft numeric">
                {t('share', { share: format.percent(Number(group.weight) || 0, sum) })}
              </span>
            </span>
          )}
        </Field>
        <SourceField group={group} place={place} set={set} />
        {group.source === 'ballots' && <CountFields group={group} place={place} set={set} />}
        <RowButtons
          words={rowWords(name)}
          place={place}
          count={groups.length}
          onMove={(by) => change({ groups: moved(groups, place, by) })}
          onRemove={() => change({ groups: without(groups, place) })}
        />
      </div>
      {group.source === 'ballots' && <FurtherFields group={group} place={place} set={set} />}
    </li>
  )
}

interface PartProps extends GroupRowProps {
  readonly set: (changed: Partial<Group>) => void
}

function SourceField({ group, place, set }: PartProps) {
  const t = useText(schemeText)
  const faultAt = useFault()
  const { isSheetFrozen } = useEditing()
  return (
    <Field label={t('source')} error={faultAt(`/groups/${place}/source`)} className="scheme-source">
      {(input) => (
        <>
          <Select
            {...input}
            aria-label={t('source_of', { name: group.title })}
            value={group.source}
            disabled={isSheetFrozen}
            options={(['ballots', 'tasks'] as const).map((value) => ({ value, label: t(`source_${value}`) }))}
            onChange={(source) => set({ source })}
          />
          {group.source === 'tasks' && <span className="soft">{t('source_tasks_hint')}</span>}
        </>
      )}
    </Field>
  )
}

function CountFields({ group, place, set }: PartProps) {
  const t = useText(schemeText)
  const faultAt = useFault()
  return (
    <>
      <Field label={t('minimum')} error={faultAt(`/groups/${place}/minimum`)} className="scheme-minimum">
        {(input) => (
          <InputNumber
            {...input}
            aria-label={t('minimum_of', { name: group.title })}
            className="scheme-number"
            controls={false}
            precision={0}
            max={10000}
            suffix={t('sheets')}
            value={group.minimum === 0 ? null : group.minimum}
            onChange={(minimum) => set({ minimum: minimum ?? 0 })}
          />
        )}
      </Field>
      <Field
        label={t('aggregate')}
        error={faultAt(`/groups/${place}/aggregate`)}
        className="scheme-aggregate"
      >
        {(input) => (
          <Select
            {...input}
            aria-label={t('aggregate_of', { name: group.title })}
            value={group.aggregate}
            popupMatchSelectWidth={false}
            options={(['mean', 'median', 'trimmed'] as const).map((value) => ({
              value,
              label: t(`aggregate_${value}`),
            }))}
            onChange={(aggregate) =>
              set({ aggregate, ...(aggregate === 'trimmed' && Number(group.trim) === 0 && { trim: '0.1' }) })
            }
          />
        )}
      </Field>
    </>
  )
}

const FEWEST_SHOWN = 5
const IN_PERCENT = 100

function FurtherFields({ group, place, set }: PartProps) {
  const t = useText(schemeText)
  const faultAt = useFault()
  const { scheme, isSheetFrozen } = useEditing()
  const isTrimmed = group.aggregate === 'trimmed'
  const asks = scheme.criteria.length > 1
  return (
    <div className="scheme-line scheme-further">
      {isTrimmed && (
        <Field label={t('trim')} error={faultAt(`/groups/${place}/trim`)} className="scheme-trim">
          {(input) => (
            <DecimalInput
              {...input}
              aria-label={t('trim_of', { name: group.title })}
              suffix="%"
              value={group.trim === '' ? '' : inPercent(group.trim)}
              onChange={(percent) =>
                set({ trim: percent === '' ? '' : String(Number(percent) / IN_PERCENT) })
              }
            />
          )}
        </Field>
      )}
      {asks && (
        <Field label={t('answers')} error={undefined} className="scheme-answers">
          {() => (
            <Select
              mode="multiple"
              aria-label={t('answers_of', { name: group.title })}
              placeholder={t('answers_all')}
              disabled={isSheetFrozen}
              value={group.criteria}
              options={scheme.criteria.map(({ key, title }) => ({ value: key, label: title }))}
              onChange={(criteria: string[]) => set({ criteria })}
            />
          )}
        </Field>
      )}
      {group.minimum > 0 && group.minimum < FEWEST_SHOWN && (
        <p className="soft scheme-note">{t('minimum_small')}</p>
      )}
    </div>
  )
}

function inPercent(share: string): string {
  return String(Math.round(Number(share) * IN_PERCENT * IN_PERCENT) / IN_PERCENT)
}
