import { useMutation } from '@tanstack/react-query'
import { Button, type ButtonProps, Form, type FormInstance, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { showFieldErrors } from '../forms/show-field-errors'
import { useText } from '../i18n/use-text'
import { wordsText } from '../i18n/words-text'
import { ProblemAlert } from './ProblemAlert'

interface FormDialogProps<Values extends object> {
  /** What the button that opens the dialog says. */
  readonly label: ReactNode
  readonly title: string
  /** What sending it does, as a verb; the label when left out. */
  readonly submit?: ReactNode
  readonly description?: ReactNode
  readonly type?: ButtonProps['type']
  readonly initialValues?: Partial<Values>
  /** Resolves when it is done; a failure is shown inside, under its field where it names one. */
  readonly onSubmit: (values: Values) => Promise<unknown>
  /** The fields; the form is handed in for those that depend on each other. */
  readonly children: (form: FormInstance<Values>) => ReactNode
}

/** A button that opens a short form. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { label, title, submit = label, description, type, initialValues = {}, onSubmit, children } = props
  const words = useText(wordsText)
  const [isOpen, setOpen] = useState(false)
  const [rest, setRest] = useState<ApiError | null>(null)
  const [form] = Form.useForm<Values>()
  const send = useMutation({
    mutationFn: onSubmit,
    onMutate: () => setRest(null),
    onSuccess: () => setOpen(false),
    onError: (error) => setRest(showFieldErrors(form, error)),
  })
  const open = () => {
    setRest(null)
    setOpen(true)
  }
  return (
    <>
      <Button onClick={open} {...(type !== undefined && { type })}>
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={title}
        okText={submit}
        okButtonProps={{ loading: send.isPending }}
        cancelText={words('cancel')}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        {description !== undefined && <div className="confirm-description">{description}</div>}
        {rest !== null && <ProblemAlert error={rest} />}
        <Form<Values>
          form={form}
          layout="vertical"
          preserve={false}
          initialValues={initialValues}
          onFinish={(values) => send.mutate(values)}
        >
          {children(form)}
        </Form>
      </Modal>
    </>
  )
}
