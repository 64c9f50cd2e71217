import { Button, type FormInstance, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { ProblemAlert } from '../../components/ProblemAlert'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'

interface FormDialogProps {
  /** What happens, as a verb; it stands on both buttons. */
  readonly label: string
  readonly title: string
  readonly hint: string
  readonly form: FormInstance
  readonly isBusy: boolean
  /** What no field of the form could show. */
  readonly problem: unknown
  readonly children: (close: () => void) => ReactNode
}

/** A button and the dialog with what the act needs to know. */
export function FormDialog(props: FormDialogProps) {
  const { label, title, hint, form, isBusy, problem, children } = props
  const words = useText(wordsText)
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <Modal
        open={isOpen}
        title={title}
        okText={label}
        okButtonProps={{ loading: isBusy }}
        cancelText={words('cancel')}
        onOk={() => form.submit()}
        onCancel={close}
        destroyOnHidden
      >
        <p className="soft confirm-description">{hint}</p>
        {problem !== null && <ProblemAlert error={problem} />}
        {children(close)}
      </Modal>
    </>
  )
}
