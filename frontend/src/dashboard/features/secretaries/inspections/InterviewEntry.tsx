import { Button, Form, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { useSettings } from '../../../app/settings-query'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { showFieldErrors } from '../../../forms/show-field-errors'
import { useText } from '../../../i18n/use-text'
import type { InterviewIn } from '../secretary-types'
import { InterviewFields } from './InterviewFields'
import { useNoteInterview } from './inspection-queries'
import { interviewOf } from './inspection-values'
import { inspectionsText } from './inspections-text'

/** One interview after another without the mouse: group and day stay, the cursor is back where it began. */
export function InterviewEntry({ inspectionId }: { readonly inspectionId: string }) {
  const t = useText(inspectionsText)
  const { today } = useSettings()
  const [form] = Form.useForm<InterviewIn>()
  const first = useRef<InputRef>(null)
  const note = useNoteInterview(inspectionId)
  const [rest, setRest] = useState<ApiError | null>(null)
  const [entered, setEntered] = useState(0)
  const send = async (values: InterviewIn) => {
    setRest(null)
    try {
      await note.mutateAsync(interviewOf(values))
      setEntered((count) => count + 1)
      // Not reset: that would draw the fields anew and lose the cursor.
      form.setFieldsValue({ people: 1, interviewee: '', notes: '' })
      first.current?.focus()
    } catch (error) {
      setRest(showFieldErrors(form, error))
    }
  }
  return (
    <Form<InterviewIn>
      form={form}
      name="interview"
      layout="vertical"
      className="interview-entry"
      initialValues={{ group: 'leaders', held_on: today, people: 1 }}
      onFinish={(values) => void send(values)}
    >
      {rest !== null && <ProblemAlert error={rest} />}
      <InterviewFields first={first} onEnter={() => form.submit()} />
      <div className="interview-entry-end">
        <Button htmlType="submit" loading={note.isPending}>
          {t('note_down')}
        </Button>
        <span role="status" className="soft">
          {entered > 0 && `${t('noted')} ${entered}`}
        </span>
      </div>
    </Form>
  )
}
