import { Button, Form, Input } from 'antd'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { KindSelect } from '../KindSelect'
import { ChildrenSelect } from './ChildrenSelect'
import { changesText } from './changes-text'
import { MembersSelect } from './MembersSelect'

const AT_MOST = 20

/** The organisations that come out of a split, and what each takes along. */
export function SplitFields() {
  const t = useText(changesText)
  const required = useRequired()
  const organisationId: string | undefined = Form.useWatch('organisation_id')
  return (
    <Form.List name={['payload', 'new']} initialValue={[{}]}>
      {(parts, { add, remove }) => (
        <>
          {parts.map(({ key, name }, index) => (
            <fieldset key={key} className="org-part">
              <legend>{t('part', { number: index + 1 })}</legend>
              <Form.Item name={[name, 'kind']} label={t('new_kind')} rules={[required.choice]}>
                <KindSelect placeholder={t('kind_choose')} />
              </Form.Item>
              <Form.Item name={[name, 'name']} label={t('name')} rules={[required.text]}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'short_name']} label={t('short_name')}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'child_ids']} label={t('part_children')}>
                <ChildrenSelect organisationId={organisationId} />
              </Form.Item>
              <Form.Item name={[name, 'member_ids']} label={t('part_members')}>
                <MembersSelect organisationId={organisationId} />
              </Form.Item>
              {parts.length > 1 && (
                <Button onClick={() => remove(name)}>{t('remove_part', { number: index + 1 })}</Button>
              )}
            </fieldset>
          ))}
          {parts.length < AT_MOST && (
            <Button className="org-add-part" onClick={() => add({})}>
              {t('add_part')}
            </Button>
          )}
        </>
      )}
    </Form.List>
  )
}
