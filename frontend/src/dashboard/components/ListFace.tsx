import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ApiError } from '@/shared/api/problem'
import { useText } from '../i18n/use-text'
import { useOnline } from '../layout/use-online'
import { componentsText } from './components-text'
import type { EmptyFace } from './ListTable'
import { ProblemAlert } from './ProblemAlert'

interface LoadedList {
  readonly isPending: boolean
  readonly isError: boolean
  readonly error: unknown
  readonly data: unknown
  refetch(): Promise<unknown>
}

interface ListFaceProps {
  readonly list: LoadedList
  readonly isEmpty: boolean
  readonly empty: EmptyFace
  readonly isFiltered?: boolean
  readonly children: ReactNode
}

/** Loading, offline, error and empty, each with what to do; the children otherwise. */
export function ListFace({ list, isEmpty, empty, isFiltered = false, children }: ListFaceProps) {
  const isOnline = useOnline()
  if (list.isPending) return <LoadingFace />
  if (list.isError && list.data === undefined) {
    if (!isOnline && list.error instanceof ApiError && list.error.status === 0) return <OfflineFace />
    if (!mayHelpToRetry(list.error)) return <ProblemAlert error={list.error} />
    return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
  }
  if (isEmpty) return <EmptyList empty={empty} isFiltered={isFiltered} />
  return children
}

/** What is not there, or not for this reader, is so the next time as well. */
function mayHelpToRetry(error: unknown): boolean {
  return !(error instanceof ApiError) || (error.status !== 404 && error.status !== 403)
}

function LoadingFace() {
  const t = useText(componentsText)
  return (
    <div role="status" aria-label={t('loading')} className="face-loading">
      <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
    </div>
  )
}

function OfflineFace() {
  const t = useText(componentsText)
  return (
    <div className="face" role="status">
      <p className="face-title">{t('offline_title')}</p>
      <p className="soft">{t('offline_hint')}</p>
    </div>
  )
}

function EmptyList({ empty, isFiltered }: { readonly empty: EmptyFace; readonly isFiltered: boolean }) {
  const t = useText(componentsText)
  if (isFiltered) {
    return (
      <div className="face">
        <p className="face-title">{t('empty_filtered')}</p>
        <p className="soft">{t('empty_filtered_hint')}</p>
      </div>
    )
  }
  return (
    <div className="face">
      <p className="face-title">{empty.title}</p>
      {empty.hint !== undefined && <p className="soft">{empty.hint}</p>}
      {empty.action}
    </div>
  )
}
