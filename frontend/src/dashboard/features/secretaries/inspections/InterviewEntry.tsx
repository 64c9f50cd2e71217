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

const EMPTIED = [
  ['people', 1],
  ['interviewee', ''],
  ['notes', ''],
] as const

/** One interview after another without the mouse: group and day stay, the cursor is back where it began. */
export function InterviewEntry({ inspectionId }: { readonly inspectionId: string }) {
  const t = useText(inspectionsText)
  const { today } = useSettings()
  const [form] = Form.useForm<InterviewIn>()
  const first = useRef<InputRef>(null)
  /** Known at once, where the request's own state is drawn a moment later. */
  const sending = useRef(false)
  const note = useNoteInterview(inspectionId)
  const [rest, setRest] = useState<ApiError | null>(null)
  const [entered, setEntered] = useState(0)
  const send = async (values: InterviewIn) => {
    if (sending.current) return
    sending.current = true
    setRest(null)
    try {
      await note.mutateAsync(interviewOf(values))
      setEntered((count) => count + 1)
      // Not reset: that would draw the fields anew and lose the cursor. What was typed while this one
      // was being kept belongs to the next one and stays.
      const untouched = EMPTIED.filter(([field]) => form.getFieldValue(field) === values[field])
      for (const [field, empty] of untouched) form.setFieldValue(field, empty)
      if (untouched.length === EMPTIED.length) first.current?.focus()
    } catch (error) {
      setRest(showFieldErrors(form, error))
    } finally {
      sending.current = false
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
