import { Form, Input, InputNumber } from 'antd'
import { useText } from '../../../i18n/use-text'
import type { Facet } from '../secretary-types'
import { FacetPicture } from './FacetPicture'
import { FACETS, type InspectionValues } from './inspection-values'
import { inspectionsText } from './inspections-text'

/** Score and remarks for each facet, with the picture of all five. */
export function FacetFields() {
  const t = useText(inspectionsText)
  const form = Form.useFormInstance<InspectionValues>()
  const facets = Form.useWatch('facets', form)
  return (
    <section aria-labelledby="inspection-facets" className="secretary-section">
      <h2 id="inspection-facets">{t('facets')}</h2>
      <div className="inspection-facets">
        <div className="inspection-facet-rows">
          {FACETS.map((facet) => (
            <FacetRow key={facet} facet={facet} />
          ))}
        </div>
        <FacetPicture facets={facets ?? {}} />
      </div>
    </section>
  )
}

function FacetRow({ facet }: { readonly facet: Facet }) {
  const t = useText(inspectionsText)
  const name = t(facet)
  return (
    <div className="inspection-facet">
      <span aria-hidden="true">{name}</span>
      <Form.Item name={['facets', facet, 'score']} noStyle>
        <InputNumber<string>
          stringMode
          min="0"
          max="100"
          step="1"
          precision={1}
          controls={false}
          aria-label={t('score_of', { facet: name })}
          placeholder={t('score')}
        />
      </Form.Item>
      <Form.Item name={['facets', facet, 'text']} noStyle>
        <Input.TextArea
          rows={1}
          className="growing"
          maxLength={1000}
          aria-label={t('text_of', { facet: name })}
          placeholder={t('text_of', { facet: name })}
        />
      </Form.Item>
    </div>
  )
}
