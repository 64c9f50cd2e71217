import { useRouter } from '@tanstack/react-router'
import { App } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { useText } from '../../../i18n/use-text'
import { enrolmentText } from './enrolment-text'

/** Asks before the page is left while `loss` says what that would lose; also gives the question itself. */
export function useAskBeforeLeaving(loss: string | null): () => Promise<boolean> {
  const t = useText(enrolmentText)
  const { modal } = App.useApp()
  const { history } = useRouter()
  const mayLeave = () =>
    new Promise<boolean>((resolve) => {
      modal.confirm({
        title: t('leave_title'),
        content: loss,
        okText: t('leave'),
        cancelText: t('stay'),
        focusable: { autoFocusButton: 'cancel' },
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      })
    })
  // The router's own `useBlocker` would weigh on everybody's first page.
  const isBlocked = useEffectEvent(async () => !(await mayLeave()))
  const isAsking = loss !== null
  useEffect(
    () => (isAsking ? history.block({ blockerFn: () => isBlocked(), enableBeforeUnload: true }) : undefined),
    [isAsking, history],
  )
  return mayLeave
}
