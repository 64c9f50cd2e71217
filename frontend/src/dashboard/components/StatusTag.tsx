import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'

export type StatusTone = 'neutral' | 'waiting' | 'done' | 'warning' | 'overdue'

const ICONS: Readonly<Record<StatusTone, ReactNode>> = {
  neutral: <MinusCircleOutlined aria-hidden />,
  waiting: <ClockCircleOutlined aria-hidden />,
  done: <CheckCircleOutlined aria-hidden />,
  warning: <InfoCircleOutlined aria-hidden />,
  overdue: <ExclamationCircleOutlined aria-hidden />,
}

interface StatusTagProps {
  readonly tone: StatusTone
  readonly children: ReactNode
}

/** A state in words with its icon; the colour only repeats what both say. */
export function StatusTag({ tone, children }: StatusTagProps) {
  return (
    <span className={`status status-${tone}`}>
      {ICONS[tone]} {children}
    </span>
  )
}
