import { HistoryOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'
import { HistoryItem, type HistoryNames } from './HistoryItem'
import { historyQuery } from './history-query'
import { ListFace } from './ListFace'

interface HistoryButtonProps {
  /** `/api/v1/organisations/{id}/history`, for one. */
  readonly path: string
  /** Words for this resource's actions and states; the code itself where there are none. */
  readonly names?: HistoryNames
}

/** A button that opens who did what, when, from which state to which, and why. */
export function HistoryButton({ path, names = {} }: HistoryButtonProps) {
  const t = useText(componentsText)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<HistoryOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('history')}
      </Button>
      <Drawer open={isOpen} title={t('history')} size={480} onClose={() => setOpen(false)} destroyOnHidden>
        <HistoryList path={path} names={names} />
      </Drawer>
    </>
  )
}

function HistoryList({ path, names }: { readonly path: string; readonly names: HistoryNames }) {
  const t = useText(componentsText)
  const list = useInfiniteQuery(historyQuery(path))
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <ListFace list={list} isEmpty={entries.length === 0} empty={{ title: t('history_empty') }}>
      <ol className="history">
        {entries.map((entry) => (
          <HistoryItem key={`${entry.recorded_at} ${entry.action}`} entry={entry} names={names} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('load_more')}
        </Button>
      )}
    </ListFace>
  )
}
