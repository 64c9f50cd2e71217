import { useMutation } from '@tanstack/react-query'
import { Button, type ButtonProps, Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useText } from '../i18n/use-text'
import { wordsText } from '../i18n/words-text'
import { ProblemAlert } from './ProblemAlert'

interface ConfirmButtonProps {
  /** What happens, as a verb: 撤销组织, not 确定. It stands on both buttons. */
  readonly label: string
  readonly title: string
  readonly description?: ReactNode
  readonly reason?: 'none' | 'optional' | 'required'
  readonly danger?: boolean
  readonly type?: ButtonProps['type']
  readonly disabled?: boolean
  /** Resolves when it is done; a failure is shown inside the dialog. `reason` is empty where none is asked. */
  readonly onConfirm: (reason: string) => Promise<unknown>
}

/** A final act: asks once, in words, with its reason where one is kept. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const {
    label,
    title,
    description,
    reason = 'none',
    danger = false,
    type,
    disabled = false,
    onConfirm,
  } = props
  const words = useText(wordsText)
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<{ reason?: string }>()
  const confirm = useMutation({
    mutationFn: (values: { reason?: string }) => onConfirm(values.reason?.trim() ?? ''),
    onSuccess: () => setOpen(false),
  })
  const open = () => {
    confirm.reset()
    setOpen(true)
  }
  return (
    <>
      <Button onClick={open} danger={danger} disabled={disabled} {...(type !== undefined && { type })}>
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={title}
        okText={label}
        okButtonProps={{ danger, loading: confirm.isPending }}
        cancelText={words('cancel')}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        {description !== undefined && <div className="confirm-description">{description}</div>}
        {confirm.isError && <ProblemAlert error={confirm.error} />}
        <Form form={form} layout="vertical" preserve={false} onFinish={(values) => confirm.mutate(values)}>
          {reason !== 'none' && (
            <Form.Item
              name="reason"
              label={words('reason')}
              required={reason === 'required'}
              rules={[
                { required: reason === 'required', whitespace: true, message: words('reason_required') },
              ]}
            >
              <Input.TextArea rows={3} maxLength={1000} autoFocus />
            </Form.Item>
          )}
        </Form>
      </Modal>
    </>
  )
}
