import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { ApiError } from '@/shared/api/problem'
import { useCan } from '../../../auth/session-query'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { showFieldErrors } from '../../../forms/show-field-errors'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import type { Nomination } from '../secretary-types'
import { NominationFields } from './NominationFields'
import { nominationActionsText } from './nomination-actions-text'
import type { NominationValues } from './nomination-values'
import { nominationsText } from './nominations-text'
import { useHandIn } from './use-hand-in'

interface NominationFormProps {
  readonly initialValues: Partial<NominationValues>
  /** The nomination that is changed; none while one is made. */
  readonly nomination?: Nomination
  readonly onCancel: () => void
}

/** Which field a refusal is about: it is told there. */
const PLACES: Readonly<Record<string, keyof NominationValues>> = {
  nominee_not_full_member: 'person_id',
  term_running: 'kind',
  appointment_overlaps: 'post',
}

export function NominationForm({ initialValues, nomination, onCancel }: NominationFormProps) {
  const t = useText(nominationsText)
  const actions = useText(nominationActionsText)
  const words = useText(wordsText)
  const can = useCan()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [form] = Form.useForm<NominationValues>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const handIn = useHandIn(nomination)
  const maySubmit = can('nominations.submit')

  const send = async (way: 'draft' | 'submit') => {
    setRest(null)
    const values = await form.validateFields().catch(() => null)
    if (values === null) return
    try {
      const { id } = await handIn.mutateAsync({ values, way })
      void message.success(way === 'submit' ? actions('submit_done') : t('saved_draft'))
      void navigate({ to: '/secretaries/nominations/$nominationId', params: { nominationId: id } })
    } catch (error) {
      setRest(showFieldErrors(form, placed(error)))
    }
  }
  return (
    <Form<NominationValues>
      form={form}
      layout="vertical"
      initialValues={initialValues}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onFinish={() => void send('draft')}
    >
      {rest !== null && <ProblemAlert error={rest} />}
      <NominationFields {...(nomination !== undefined && { nomination })} />
      <div className="secretary-form-end">
        {maySubmit && (
          <Button
            type="primary"
            loading={handIn.isPending && handIn.variables.way === 'submit'}
            onClick={() => void send('submit')}
          >
            {t('save_submit')}
          </Button>
        )}
        <Button
          type={maySubmit ? 'default' : 'primary'}
          htmlType="submit"
          loading={handIn.isPending && handIn.variables.way === 'draft'}
        >
          {t('save_draft')}
        </Button>
        <Button type="text" onClick={onCancel}>
          {words('cancel')}
        </Button>
        {!maySubmit && <span className="soft">{t('by_secretary')}</span>}
      </div>
    </Form>
  )
}

function placed(error: unknown): unknown {
  if (!(error instanceof ApiError)) return error
  const field = PLACES[error.code]
  if (field === undefined) return error
  const { status, code, title, detail, requestId } = error
  return new ApiError({ status, code, title, detail, requestId, fields: { [`/${field}`]: detail } })
}
