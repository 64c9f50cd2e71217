import { App, Form, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { useSettings } from '../../../app/settings-query'
import { DateField } from '../../../components/DateField'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { showFieldErrors } from '../../../forms/show-field-errors'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import type { Organisation, Term } from '../organisation-types'
import { useCreateTerm } from './term-queries'
import { termsText } from './terms-text'

interface TermFormProps {
  readonly organisation: Pick<Organisation, 'id' | 'name'>
  readonly running: Term | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
}

interface Values {
  readonly elected_on: string
  readonly years?: number | null
}

export function TermForm({ organisation, running, isOpen, onClose }: TermFormProps) {
  const t = useText(termsText)
  const words = useText(wordsText)
  const required = useRequired()
  const { today } = useSettings()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const create = useCreateTerm(organisation.id, running)
  const save = ({ elected_on, years = null }: Values) =>
    create.mutate(
      { elected_on, years },
      {
        onSuccess: () => {
          onClose()
          void message.success(words('saved'))
        },
        onError: (error) => setRest(showFieldErrors(form, error)),
      },
    )
  return (
    <Modal
      open={isOpen}
      title={t('new_title', { name: organisation.name })}
      okText={t('new')}
      cancelText={words('cancel')}
      okButtonProps={{ loading: create.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      {running !== undefined && (
        <p className="soft org-form-hint">{t('new_ends_last', { number: running.number })}</p>
      )}
      {rest !== null && <ProblemAlert error={rest} />}
      <Form form={form} layout="vertical" preserve={false} onFinish={save}>
        <Form.Item name="elected_on" label={t('elected_on')} rules={[required.choice]}>
          <DateField label={t('elected_on')} until={today} />
        </Form.Item>
        <Form.Item name="years" label={t('years')} extra={t('years_hint')}>
          <InputNumber min={1} max={10} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
