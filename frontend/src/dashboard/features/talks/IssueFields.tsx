import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { DateField } from '../../components/DateField'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { talkFormText } from './talk-form-text'

/** What is to be put right, one by one, and until when. */
export function IssueFields() {
  const t = useText(talkFormText)
  return (
    <fieldset className="talk-issues-field">
      <legend>{t('issues')}</legend>
      <p className="soft">{t('issues_hint')}</p>
      <Form.List name="issues">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <IssueRow key={key} place={name} onRemove={() => remove(name)} />
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
              {t('issue_add')}
            </Button>
          </>
        )}
      </Form.List>
      <DeadlineField />
    </fieldset>
  )
}

function IssueRow({ place, onRemove }: { readonly place: number; readonly onRemove: () => void }) {
  const t = useText(talkFormText)
  const required = useRequired()
  const number = place + 1
  return (
    <div className="talk-issue-row">
      <Form.Item
        name={[place, 'text']}
        label={t('issue_label')}
        messageVariables={{ label: t('issue', { number }) }}
        rules={[required.text]}
      >
        <Input.TextArea rows={1} className="growing" maxLength={500} aria-label={t('issue', { number })} />
      </Form.Item>
      <Form.Item
        name={[place, 'demand']}
        label={t('demand_label')}
        messageVariables={{ label: t('demand', { number }) }}
        rules={[required.text]}
      >
        <Input.TextArea rows={1} className="growing" maxLength={500} aria-label={t('demand', { number })} />
      </Form.Item>
      <Button
        type="text"
        className="talk-issue-remove"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('issue_remove', { number })}
        onClick={onRemove}
      />
    </div>
  )
}

function DeadlineField() {
  const t = useText(talkFormText)
  return (
    <Form.Item
      name="deadline"
      label={t('deadline')}
      dependencies={['issues', 'due_on', 'held_on']}
      className="talk-deadline"
      rules={[
        ({ getFieldValue }) => ({
          validator: async (_: unknown, on: string | undefined) => {
            const start = getFieldValue('held_on') ?? getFieldValue('due_on')
            if (on === undefined && getFieldValue('issues')?.length > 0) throw new Error(t('deadline_needed'))
            if (on !== undefined && start !== undefined && on < start) throw new Error(t('deadline_early'))
          },
        }),
      ]}
    >
      <DateField label={t('deadline')} />
    </Form.Item>
  )
}
