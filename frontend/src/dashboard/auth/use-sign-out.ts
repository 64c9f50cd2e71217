import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { ApiError } from '@/shared/api/problem'
import { session } from '../app/api'
import { forgetDrafts } from '../app/ballot-drafts'
import { useText } from '../i18n/use-text'
import { authText } from './auth-text'

/** Ends the session at the server, then forgets everything; without its answer nobody is told that they are out. */
export function useSignOut(): () => Promise<void> {
  const t = useText(authText)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  return async () => {
    try {
      await session.signOut()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      void message.error(error.detail || error.title || t('sign_out_failed'))
      return
    }
    // Only after the page has gone: what it shows would ask the server anew.
    await navigate({ to: '/sign-in' })
    queries.clear()
    forgetDrafts()
  }
}
