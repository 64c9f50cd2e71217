import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

interface PathLinkProps {
  /** A path that the server named, with its query. */
  readonly path: string
  readonly className?: string
  readonly children: ReactNode
}

/** A link to a page whose address is known at run time only; opens without loading the page anew. */
export function PathLink({ path, className, children }: PathLinkProps) {
  const router = useRouter()
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.history.push(path)
  }
  return (
    <a href={path} className={className} onClick={follow}>
      {children}
    </a>
  )
}
