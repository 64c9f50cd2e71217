import { App, Form, Input } from 'antd'
import { FormDialog } from '../../components/FormDialog'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { archiveText } from './archive-text'
import { useFileObjection } from './objection-queries'

/** Objects to one section of one's own archive. */
export function ObjectButton({ part }: { readonly part: string }) {
  const t = useText(archiveText)
  const required = useRequired()
  const { message } = App.useApp()
  const file = useFileObjection()
  return (
    <FormDialog<{ readonly text: string }>
      label={
        <>
          {t('object')}
          <span className="unseen"> {part}</span>
        </>
      }
      title={t('object_to', { part })}
      submit={t('object_submit')}
      description={t('object_hint')}
      type="link"
      onSubmit={async ({ text }) => {
        await file.mutateAsync({ about_type: 'archive', about_part: part, text: text.trim() })
        void message.success(t('object_done'))
      }}
    >
      {() => (
        <Form.Item name="text" label={t('object_text')} rules={[required.text]}>
          <Input.TextArea rows={5} className="growing" maxLength={4000} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
