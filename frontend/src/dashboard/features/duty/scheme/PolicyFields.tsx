import { Radio, Select } from 'antd'
import { useText } from '../../../i18n/use-text'
import { Field } from '../Field'
import { useEditing } from './editing'
import { schemeText } from './scheme-text'

const PLACES = [0, 1, 2, 3, 4] as const
const POLICIES = ['invalid', 'renormalise', 'zero'] as const

/** What happens at the edges. */
export function PolicyFields() {
  const t = useText(schemeText)
  const { scheme, change } = useEditing()
  return (
    <section className="scheme-part" aria-labelledby="scheme-policies">
      <h2 id="scheme-policies">{t('policies')}</h2>
      <p className="scheme-label" id="scheme-missing">
        {t('missing_group')}
      </p>
      <Radio.Group
        aria-labelledby="scheme-missing"
        className="duty-choices"
        value={scheme.missing_group}
        options={POLICIES.map((value) => ({
          value,
          label: (
            <span className="duty-choice">
              <strong>{t(`missing_${value}`)}</strong>
              <span className="soft">{t(`missing_${value}_hint`)}</span>
            </span>
          ),
        }))}
        onChange={({ target }) => change({ missing_group: target.value })}
      />
      <div className="scheme-line scheme-policies">
        <Field label={t('places')} error={undefined} className="scheme-source">
          {() => (
            <Select
              aria-label={t('places')}
              value={scheme.places}
              options={PLACES.map((count) => ({
                value: count,
                label: count === 0 ? t('places_none') : t('places_value', { count }),
              }))}
              onChange={(places: number) => change({ places })}
            />
          )}
        </Field>
        <Field label={t('ties')} error={undefined} className="scheme-wide">
          {() => (
            <Select
              mode="multiple"
              aria-label={t('ties')}
              placeholder={t('ties_none')}
              value={scheme.ties}
              options={[...scheme.groups, ...scheme.criteria].map(({ key, title }) => ({
                value: key,
                label: title,
              }))}
              onChange={(ties: string[]) => change({ ties })}
            />
          )}
        </Field>
      </div>
    </section>
  )
}
