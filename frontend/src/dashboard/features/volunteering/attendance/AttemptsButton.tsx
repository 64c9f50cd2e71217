import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../app/use-format'
import { componentsText } from '../../../components/components-text'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { checkInWordsText } from '../volunteering-text'
import type { ActivityOut, CheckInAttemptOut } from '../volunteering-types'
import { attemptsQuery } from './attendance-queries'
import { attendanceText, refusalsText } from './attendance-text'

interface AttemptsButtonProps {
  readonly activity: ActivityOut
  readonly count: number
}

/** Who stood at the door and was refused, and why. */
export function AttemptsButton({ activity, count }: AttemptsButtonProps) {
  const t = useText(attendanceText)
  const [isOpen, setOpen] = useState(false)
  if (count === 0) return null
  return (
    <>
      <Button type="link" onClick={() => setOpen(true)}>
        {t('attempts', { count })}
      </Button>
      <Drawer
        open={isOpen}
        title={t('attempts_title')}
        size={480}
        onClose={() => setOpen(false)}
        destroyOnHidden
      >
        <Attempts activityId={activity.id} />
      </Drawer>
    </>
  )
}

function Attempts({ activityId }: { readonly activityId: string }) {
  const t = useText(attendanceText)
  const words = useText(componentsText)
  const list = useInfiniteQuery(attemptsQuery(activityId))
  const attempts = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <ListFace list={list} isEmpty={attempts.length === 0} empty={{ title: t('attempts_none') }}>
      <ul className="vol-attempts">
        {attempts.map((attempt) => (
          <Attempt key={attempt.id} attempt={attempt} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words('load_more')}
        </Button>
      )}
    </ListFace>
  )
}

function Attempt({
  attempt: { name, code, type, method, occurred_at },
}: {
  readonly attempt: CheckInAttemptOut
}) {
  const t = useText(attendanceText)
  const words = useText(checkInWordsText)
  const refusal = useText(refusalsText)
  const format = useFormat()
  return (
    <li>
      <strong>{name ?? t('someone')}</strong> {refusal.code(code)}
      <p className="soft">
        {format.dateTime(occurred_at)} · {words(method)} · {words(type)}
      </p>
    </li>
  )
}
