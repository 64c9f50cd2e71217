import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ifMatch, read } from '@/shared/api/client'
import type { ApiError } from '@/shared/api/problem'
import { api } from '../../../app/api'
import { DateField } from '../../../components/DateField'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { showFieldErrors } from '../../../forms/show-field-errors'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import type { Organisation } from '../organisation-types'
import { organisationsText } from '../organisations-text'
import { UnitPicker } from '../units/UnitPicker'

interface OrganisationFormProps {
  readonly organisation: Organisation
  readonly isOpen: boolean
  readonly onClose: () => void
}

interface Values {
  readonly short_name: string
  readonly code: string
  readonly unit_id?: string | null
  readonly founded_on?: string | null
}

/** What has no date of its own and can be corrected at once. */
export function OrganisationForm({ organisation, isOpen, onClose }: OrganisationFormProps) {
  const t = useText(organisationsText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Values>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const required = useRequired()
  const save = useMutation({
    mutationFn: ({ unit_id = null, founded_on = null, ...others }: Values) =>
      read(
        api.PATCH('/api/v1/organisations/{organisation_id}', {
          params: { path: { organisation_id: organisation.id }, header: ifMatch(organisation) },
          body: { ...others, unit_id, founded_on },
        }),
      ),
    onSuccess: async () => {
      onClose()
      void message.success(words('saved'))
      await queries.invalidateQueries({ queryKey: ['organisations'] })
    },
    onError: (error) => setRest(showFieldErrors(form, error)),
  })
  const { short_name, code, unit_id, founded_on } = organisation
  return (
    <Modal
      open={isOpen}
      title={t('edit_title', { name: organisation.name })}
      okText={words('save')}
      cancelText={words('cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="soft org-form-hint">{t('edit_hint')}</p>
      {rest !== null && <ProblemAlert error={rest} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ short_name, code, unit_id, founded_on }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="short_name" label={t('short_name')} rules={[required.text]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="code" label={t('code')} rules={[required.text]}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="unit_id" label={t('unit')}>
          <UnitPicker />
        </Form.Item>
        <Form.Item name="founded_on" label={t('founded_on')}>
          <DateField label={t('founded_on')} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
