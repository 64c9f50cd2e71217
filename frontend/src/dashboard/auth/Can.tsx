import type { ReactNode } from 'react'
import type { Permission } from './permissions'
import { useCan } from './session-query'

interface CanProps {
  readonly permission: Permission
  readonly children: ReactNode
}

export function Can({ permission, children }: CanProps) {
  const can = useCan()
  return can(permission) ? children : null
}
