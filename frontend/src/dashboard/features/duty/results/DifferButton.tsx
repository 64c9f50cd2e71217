import { App, Form, Input, Radio } from 'antd'
import type { DutyResultOut } from '@/shared/api/schema.gen'
import { FormDialog } from '../../../components/FormDialog'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import type { Grade } from '../duty-types'
import { useDecide } from './result-queries'
import { resultsText } from './results-text'

interface DifferButtonProps {
  readonly result: DutyResultOut
  readonly grades: readonly Grade[]
}

/** Another grade than the sum says, with its reason; a second person confirms it. */
export function DifferButton({ result, grades }: DifferButtonProps) {
  const t = useText(resultsText)
  const required = useRequired()
  const { message } = App.useApp()
  const decide = useDecide(result)
  const { name, proposed_grade, proposed_grade_title } = result
  const others = grades.filter(({ key }) => key !== proposed_grade)
  return (
    <FormDialog<{ readonly grade: string; readonly reason: string }>
      label={t('differ')}
      title={t('differ_title', { name })}
      description={
        proposed_grade === null
          ? t('differ_none')
          : t('differ_text', { grade: proposed_grade_title ?? proposed_grade })
      }
      onSubmit={async ({ grade, reason }) => {
        await decide.mutateAsync({ grade, reason: reason.trim() })
        void message.success(t('differ_done'))
      }}
    >
      {() => (
        <>
          <Form.Item name="grade" label={t('grade')} rules={[required.choice]}>
            <Radio.Group options={others.map(({ key, title }) => ({ value: key, label: title }))} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t('differ_reason')}
            extra={t('differ_reason_hint')}
            rules={[required.text]}
          >
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
