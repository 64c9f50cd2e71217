import { useBlocker } from '@tanstack/react-router'
import { App } from 'antd'
import { useText } from '../../../i18n/use-text'
import { enrolmentText } from './enrolment-text'

/** Asks before the page is left while `loss` says what that would lose; also gives the question itself. */
export function useAskBeforeLeaving(loss: string | null): () => Promise<boolean> {
  const t = useText(enrolmentText)
  const { modal } = App.useApp()
  const mayLeave = () =>
    new Promise<boolean>((resolve) => {
      modal.confirm({
        title: t('leave_title'),
        content: loss,
        okText: t('leave'),
        cancelText: t('stay'),
        autoFocusButton: 'cancel',
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      })
    })
  useBlocker({
    disabled: loss === null,
    enableBeforeUnload: loss !== null,
    shouldBlockFn: async () => !(await mayLeave()),
  })
  return mayLeave
}
