import { useNavigate } from '@tanstack/react-router'
import { App, Form, Input } from 'antd'
import { DateField } from '../../../components/DateField'
import { FormDialog } from '../../../components/FormDialog'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import type { Batch, BatchIn } from '../secretary-types'
import { useChangeBatch, useCreateBatch } from './nomination-queries'
import { nominationsText } from './nominations-text'

export function NewBatchButton() {
  const t = useText(nominationsText)
  const required = useRequired()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const create = useCreateBatch()
  return (
    <FormDialog<BatchIn>
      label={t('new_batch')}
      title={t('new_batch')}
      description={t('batch_hint')}
      onSubmit={async (values) => {
        const { id } = await create.mutateAsync(values)
        void message.success(t('new_batch_done'))
        void navigate({ to: '/secretaries/nominations', search: { batch_id: id } })
      }}
    >
      {() => (
        <>
          <Form.Item name="organisation_id" label={t('organisation')} rules={[required.choice]}>
            <OrganisationPicker />
          </Form.Item>
          <BatchFields />
        </>
      )}
    </FormDialog>
  )
}

export function EditBatchButton({ batch }: { readonly batch: Batch }) {
  const t = useText(nominationsText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const change = useChangeBatch(batch)
  const { title, election_on } = batch
  return (
    <FormDialog<{ title: string; election_on?: string }>
      label={t('edit_batch')}
      title={t('edit_batch')}
      submit={words('save')}
      initialValues={{ title, ...(election_on !== null && { election_on }) }}
      onSubmit={async (values) => {
        await change.mutateAsync({ title: values.title, election_on: values.election_on ?? null })
        void message.success(words('saved'))
      }}
    >
      {() => <BatchFields />}
    </FormDialog>
  )
}

interface BatchFieldsProps {
  /** Where the fields stand in the form; at its top when left out. */
  readonly within?: readonly string[]
}

export function BatchFields({ within = [] }: BatchFieldsProps) {
  const t = useText(nominationsText)
  const required = useRequired()
  return (
    <>
      <Form.Item
        name={[...within, 'title']}
        label={t('batch_title')}
        extra={t('batch_title_hint')}
        rules={[required.text]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[...within, 'election_on']} label={t('election_on')}>
        <DateField label={t('election_on')} />
      </Form.Item>
    </>
  )
}
