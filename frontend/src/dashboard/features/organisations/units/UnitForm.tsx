import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { useMe } from '../../../auth/session-query'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { showFieldErrors } from '../../../forms/show-field-errors'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import type { Unit } from '../organisation-types'
import { UnitActions } from './UnitActions'
import { type UnitValues, useSaveUnit } from './unit-queries'
import { unitsText } from './units-text'

interface UnitFormProps {
  /** The unit that is changed; a new one otherwise. */
  readonly unit: Unit | undefined
  readonly onClose: () => void
}

export function UnitForm({ unit, onClose }: UnitFormProps) {
  const t = useText(unitsText)
  const words = useText(wordsText)
  const { assignment } = useMe()
  const { message } = App.useApp()
  const [form] = Form.useForm<UnitValues>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const save = useSaveUnit(unit)
  const isClosed = unit?.state === 'closed'
  const required = useRequired()
  const submit = (values: UnitValues) =>
    save.mutate(values, {
      onSuccess: () => {
        onClose()
        void message.success(unit === undefined ? t('created') : words('saved'))
      },
      onError: (error) => setRest(showFieldErrors(form, error)),
    })
  return (
    <Modal
      open
      title={unit === undefined ? t('new_title') : t('edit_title', { name: unit.name })}
      okText={unit === undefined ? t('new') : words('save')}
      cancelText={words('cancel')}
      okButtonProps={{ loading: save.isPending, disabled: isClosed }}
      onOk={() => form.submit()}
      onCancel={onClose}
      footer={(buttons) => (
        <div className="org-form-footer">
          {unit !== undefined && <UnitActions unit={unit} onDone={onClose} />}
          <span className="org-form-actions">{buttons}</span>
        </div>
      )}
    >
      {isClosed && <p className="soft org-form-hint">{t('closed_hint')}</p>}
      {rest !== null && <ProblemAlert error={rest} />}
      <Form
        form={form}
        layout="vertical"
        disabled={isClosed}
        initialValues={unit ?? { organisation_id: assignment?.organisation_id }}
        onFinish={submit}
      >
        <Form.Item name="name" label={t('name')} rules={[required.text]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="short_name" label={t('short_name')} extra={t('short_name_hint')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="credit_code" label={t('credit_code')} extra={t('credit_code_hint')}>
          <Input maxLength={40} className="org-code" />
        </Form.Item>
        <Form.Item
          name="organisation_id"
          label={t('owner')}
          extra={t('owner_hint')}
          rules={[required.choice]}
        >
          <OrganisationPicker allowClear={false} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
