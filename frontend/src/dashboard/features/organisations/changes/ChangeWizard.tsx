import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Steps } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { useCan } from '../../../auth/session-query'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { showFieldErrors } from '../../../forms/show-field-errors'
import { useText } from '../../../i18n/use-text'
import { ChangeFields } from './ChangeFields'
import { ChangePreview } from './ChangePreview'
import { previewChange } from './change-queries'
import { type ChangeValues, requestOf } from './change-request'
import type { Change, ChangeKind, ChangeRequest, Preview } from './change-types'
import { changesText } from './changes-text'
import { useHandIn } from './use-hand-in'

interface ChangeWizardProps {
  readonly kind: ChangeKind
  readonly initialValues: ChangeValues
  /** The request that is changed; a new one otherwise. */
  readonly draft?: Change
  /** Stands above the form: which change it is, where that is still open. */
  readonly choice?: ReactNode
}

interface Previewed {
  readonly request: ChangeRequest
  readonly preview: Preview
}

/** Fill in, see what it would do, hand it in. Going back keeps what was typed. */
export function ChangeWizard({ kind, initialValues, draft, choice }: ChangeWizardProps) {
  const t = useText(changesText)
  const [form] = Form.useForm<ChangeValues>()
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const [rest, setRest] = useState<ApiError | null>(null)
  const handIn = useHandIn(draft)
  const show = useMutation({
    mutationFn: async (values: ChangeValues): Promise<Previewed> => {
      const request = requestOf(kind, values)
      return { request, preview: await previewChange(request) }
    },
    onMutate: () => setRest(null),
    onSuccess: setPreviewed,
    onError: (error) => setRest(showFieldErrors(form, error)),
  })
  const isFilling = previewed === null
  const titles = [t('step_fill'), t('step_preview'), t('step_submit')]
  return (
    <div className="org-wizard">
      <Steps
        size="small"
        current={isFilling ? 0 : 1}
        responsive={false}
        items={titles.map((title) => ({ title }))}
        className="org-steps"
      />
      {isFilling && choice}
      <div hidden={!isFilling} className="org-form">
        {rest !== null && <ProblemAlert error={rest} />}
        <Form
          form={form}
          layout="vertical"
          initialValues={initialValues}
          scrollToFirstError={{ focus: true, block: 'center' }}
          onFinish={(values) => show.mutate(values)}
        >
          <ChangeFields kind={kind} isOrganisationFixed={draft !== undefined} />
          <Button type="primary" htmlType="submit" loading={show.isPending}>
            {t('preview')}
          </Button>
        </Form>
      </div>
      {previewed !== null && (
        <PreviewStep previewed={previewed} handIn={handIn} onBack={() => setPreviewed(null)} />
      )}
    </div>
  )
}

interface PreviewStepProps {
  readonly previewed: Previewed
  readonly handIn: ReturnType<typeof useHandIn>
  readonly onBack: () => void
}

function PreviewStep({ previewed: { request, preview }, handIn, onBack }: PreviewStepProps) {
  const t = useText(changesText)
  const can = useCan()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const send = async (way: 'draft' | 'submit') => {
    const saved = await handIn.mutateAsync({ request, way })
    void message.success(t(way === 'submit' ? 'submitted' : 'saved'))
    await navigate({ to: '/organisations/changes/$changeId', params: { changeId: saved.id } })
  }
  // A failure stands above the buttons; nothing is left to catch here.
  const start = (way: 'draft' | 'submit') => void send(way).catch(() => undefined)
  return (
    <>
      <ChangePreview preview={preview} on={request.effective_on} />
      {handIn.isError && <ProblemAlert error={handIn.error} />}
      <div className="org-wizard-actions">
        <Button onClick={onBack}>{t('back_to_form')}</Button>
        <Button loading={handIn.isPending} onClick={() => start('draft')}>
          {t('save_draft')}
        </Button>
        {can('organisation_changes.submit') && (
          <Button
            type="primary"
            disabled={preview.problems.length > 0}
            loading={handIn.isPending}
            onClick={() => start('submit')}
          >
            {t('submit')}
          </Button>
        )}
      </div>
    </>
  )
}
