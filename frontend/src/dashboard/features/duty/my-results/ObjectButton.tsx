import { App, Form, Input, Select } from 'antd'
import type { OwnDutyResultOut } from '@/shared/api/schema.gen'
import { FormDialog } from '../../../components/FormDialog'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { myResultsText } from './my-results-text'
import { useObjectToResult } from './own-result-queries'

/** Says what is wrong with one's own result; another person examines it. */
export function ObjectButton({ result }: { readonly result: OwnDutyResultOut }) {
  const t = useText(myResultsText)
  const required = useRequired()
  const { message } = App.useApp()
  const object = useObjectToResult(result)
  const parts = [t('object_all'), ...result.groups.map(({ title }) => title)]
  return (
    <FormDialog<{ readonly about_part: string; readonly text: string }>
      label={t('object')}
      title={t('object')}
      description={t('object_text')}
      initialValues={{ about_part: t('object_all') }}
      onSubmit={async ({ about_part, text }) => {
        await object.mutateAsync({ about_part, text: text.trim() })
        void message.success(t('object_done'))
      }}
    >
      {() => (
        <>
          <Form.Item name="about_part" label={t('object_part')} rules={[required.choice]}>
            <Select options={parts.map((value) => ({ value, label: value }))} />
          </Form.Item>
          <Form.Item name="text" label={t('object_what')} rules={[required.text]}>
            <Input.TextArea rows={5} className="growing" maxLength={4000} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
