import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Modal, Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { Me } from '@/shared/api/session-types'
import { session } from '../app/api'
import { useText } from '../i18n/use-text'
import { authText } from './auth-text'
import { useSession } from './session-query'

// Most visits never see it: its form is fetched with the first need.
const SignInForm = lazy(async () => ({ default: (await import('./SignInForm')).SignInForm }))

/** Stands over the page when the session has ended: the page below keeps what was typed. */
export function ReauthDialog({ me }: { readonly me: Me }) {
  const t = useText(authText)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { state } = useSession()

  const goOn = async () => {
    if (me.assignment !== null && session.snapshot().assignmentId !== me.assignment.id) {
      await session.switchTo(me.assignment.id)
    }
    await queries.invalidateQueries()
  }

  const leave = async () => {
    session.forget()
    await navigate({ to: '/sign-in' })
    queries.clear()
  }

  return (
    <Modal
      open={state === 'expired'}
      title={t('expired_title')}
      footer={null}
      closable={false}
      keyboard={false}
      width={420}
    >
      <p>{t('expired_hint')}</p>
      <Suspense fallback={<Skeleton active paragraph={{ rows: 4 }} />}>
        <SignInForm username={me.username} onSignedIn={() => void goOn()} />
      </Suspense>
      <Button type="link" block className="sign-in-other" onClick={() => void leave()}>
        {t('other_account')}
      </Button>
    </Modal>
  )
}
