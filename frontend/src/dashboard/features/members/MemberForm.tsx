import { Button, Form, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import type { MemberOut } from '@/shared/api/schema.gen'
import { ProblemAlert } from '../../components/ProblemAlert'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { MembershipFields } from './MembershipFields'
import type { MemberFormValues } from './member-form-values'
import { PersonFields } from './PersonFields'

interface MemberFormProps {
  readonly form: FormInstance<MemberFormValues>
  readonly initialValues: Partial<MemberFormValues>
  /** The member as it was read; none while one is entered. */
  readonly member?: MemberOut
  readonly submitLabel: string
  readonly isBusy: boolean
  readonly problem: unknown
  readonly onSubmit: (values: MemberFormValues) => void
  readonly onCancel: () => void
  /** What stands before the person's fields. */
  readonly children?: ReactNode
}

export function MemberForm(props: MemberFormProps) {
  const { form, initialValues, member, submitLabel, isBusy, problem, onSubmit, onCancel, children } = props
  const words = useText(wordsText)
  return (
    <Form
      form={form}
      layout="vertical"
      className="members-form"
      initialValues={initialValues}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onFinish={onSubmit}
    >
      {children}
      <PersonFields form={form} {...(member !== undefined && { member })} />
      <MembershipFields form={form} />
      {problem !== null && <ProblemAlert error={problem} />}
      <div className="members-form-end">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {submitLabel}
        </Button>
        <Button onClick={onCancel}>{words('cancel')}</Button>
      </div>
    </Form>
  )
}
