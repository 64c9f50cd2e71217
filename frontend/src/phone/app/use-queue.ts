import { useSyncExternalStore } from 'react'
import type { QueueSnapshot } from '../queue/check-in-queue'
import { queue } from './api'

export function useQueue(): QueueSnapshot {
  return useSyncExternalStore(queue.subscribe, queue.snapshot)
}
