import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { DateField } from '../../../components/DateField'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { useRequired } from '../../../forms/use-required'
import { postsText } from '../../../i18n/posts-text'
import { useText } from '../../../i18n/use-text'
import { PersonSelect } from '../PersonSelect'
import { POSTS } from '../secretaries-search'
import type { Nomination } from '../secretary-types'
import { BatchField } from './BatchField'
import { KINDS } from './nominations-search'
import { nominationsText } from './nominations-text'

interface NominationFieldsProps {
  readonly nomination?: Nomination
}

export function NominationFields({ nomination }: NominationFieldsProps) {
  return (
    <>
      <WhoFields {...(nomination !== undefined && { nomination })} />
      <PostFields />
      <WhyFields />
    </>
  )
}

/** The organisation of a nomination stays: for another one, another is made. */
function WhoFields({ nomination }: NominationFieldsProps) {
  const t = useText(nominationsText)
  const required = useRequired()
  return (
    <>
      <Form.Item name="organisation_id" label={t('organisation')} rules={[required.choice]}>
        <OrganisationPicker disabled={nomination !== undefined} />
      </Form.Item>
      <Form.Item noStyle dependencies={['organisation_id']}>
        {({ getFieldValue }) => (
          <Form.Item name="person_id" label={t('nominee')} rules={[required.choice]}>
            <PersonSelect
              organisationId={getFieldValue('organisation_id')}
              {...(nomination !== undefined && {
                present: { id: nomination.person_id, name: nomination.name },
              })}
            />
          </Form.Item>
        )}
      </Form.Item>
    </>
  )
}

function PostFields() {
  const t = useText(nominationsText)
  const posts = useText(postsText)
  const required = useRequired()
  return (
    <>
      <Form.Item name="post" label={t('post')} rules={[required.choice]}>
        <Select options={POSTS.map((post) => ({ value: post, label: posts(post) }))} />
      </Form.Item>
      <Form.Item name="full_time" valuePropName="checked">
        <Checkbox>{t('full_time')}</Checkbox>
      </Form.Item>
      <Form.Item name="duty_title" label={t('duty_title')} extra={t('duty_title_hint')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} rules={[required.choice]}>
        <Radio.Group
          aria-label={t('kind')}
          options={KINDS.map((kind) => ({
            value: kind,
            label: (
              <>
                {t(kind)} <span className="soft">{t(`${kind}_hint`)}</span>
              </>
            ),
          }))}
          className="nomination-kinds"
        />
      </Form.Item>
      <Form.Item name="take_office_on" label={t('take_office_on')} extra={t('take_office_hint')}>
        <DateField label={t('take_office_on')} />
      </Form.Item>
    </>
  )
}

function WhyFields() {
  const t = useText(nominationsText)
  return (
    <>
      <BatchField />
      <Form.Item name="grounds" label={t('grounds')} extra={t('grounds_hint')}>
        <Input.TextArea rows={6} maxLength={4000} />
      </Form.Item>
    </>
  )
}
