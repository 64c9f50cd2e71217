import { App, Form, InputNumber } from 'antd'
import type { BallotSessionOut } from '@/shared/api/schema.gen'
import { FormDialog } from '../../../components/FormDialog'
import { saveFile } from '../../../components/save-file'
import { useText } from '../../../i18n/use-text'
import { usePrintSlips } from './ballot-session-queries'
import { ballotsText } from './ballots-text'

export const MOST_CODES = 500

/** New codes as slips to be cut apart; they are shown this once. */
export function SlipsButton({ session: { id, title } }: { readonly session: BallotSessionOut }) {
  const t = useText(ballotsText)
  const { message } = App.useApp()
  const print = usePrintSlips()
  return (
    <FormDialog<{ readonly codes: number }>
      label={t('print')}
      title={t('print_of', { title })}
      submit={t('print_submit')}
      description={t('print_text')}
      onSubmit={async ({ codes }) => {
        saveFile(await print.mutateAsync({ id, codes }))
        void message.success(t('print_done', { count: codes }))
      }}
    >
      {() => (
        <Form.Item
          name="codes"
          label={t('codes_field')}
          rules={[{ required: true, type: 'integer', min: 1, max: MOST_CODES, message: t('codes_range') }]}
        >
          <InputNumber min={1} max={MOST_CODES} precision={0} autoFocus />
        </Form.Item>
      )}
    </FormDialog>
  )
}
