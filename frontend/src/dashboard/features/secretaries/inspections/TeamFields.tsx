import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input } from 'antd'
import { useText } from '../../../i18n/use-text'
import type { InspectionValues } from './inspection-values'
import { inspectionsText } from './inspections-text'

/** The team, a row for each of its members. */
export function TeamFields() {
  const t = useText(inspectionsText)
  return (
    <fieldset className="inspection-team">
      <legend>{t('team')}</legend>
      <p className="soft">{t('team_hint')}</p>
      <Form.List name="team">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <TeamRow key={key} place={name} onRemove={() => remove(name)} />
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ leader: rows.length === 0 })}>
              {t('team_add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

interface TeamRowProps {
  readonly place: number
  readonly onRemove: () => void
}

function TeamRow({ place, onRemove }: TeamRowProps) {
  const t = useText(inspectionsText)
  const form = Form.useFormInstance<InspectionValues>()
  const name: string = Form.useWatch(['team', place, 'name'], form) ?? ''
  return (
    <div className="inspection-team-row">
      <Form.Item name={[place, 'name']} noStyle>
        <Input aria-label={t('team_name')} placeholder={t('team_name')} maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[place, 'title']} noStyle>
        <Input
          aria-label={t('team_title')}
          placeholder={t('team_title')}
          maxLength={100}
          autoComplete="off"
        />
      </Form.Item>
      <Form.Item name={[place, 'leader']} valuePropName="checked" noStyle>
        <Checkbox>{t('team_leader')}</Checkbox>
      </Form.Item>
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('team_remove', { name })}
        onClick={onRemove}
      />
    </div>
  )
}
