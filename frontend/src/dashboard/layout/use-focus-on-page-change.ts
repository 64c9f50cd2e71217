import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** After a change of page the reader starts at its heading, as after loading a document. */
export function useFocusOnPageChange(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || fromLocation === undefined) return
        document.getElementById('page-content')?.scrollTo(0, 0)
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      }),
    [router],
  )
}
