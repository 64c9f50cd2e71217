import { createFileRoute, redirect, useRouter } from '@tanstack/react-router'
import { session } from '../app/api'
import { entrySearch, ownPath } from '../auth/own-path'
import { SignInPage } from '../auth/SignInPage'

export const Route = createFileRoute('/sign-in')({
  validateSearch: entrySearch,
  async beforeLoad({ search }) {
    const { state } = await session.restore()
    if (state === 'signed_in') throw redirect({ href: ownPath(search.redirect) })
  },
  component: SignIn,
})

function SignIn() {
  const { redirect: path } = Route.useSearch()
  const router = useRouter()
  return <SignInPage onSignedIn={() => router.history.push(ownPath(path))} />
}
