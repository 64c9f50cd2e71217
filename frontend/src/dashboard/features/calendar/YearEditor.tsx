import { DeleteOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { CalendarDayOut, CalendarOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { ProblemAlert } from '../../components/ProblemAlert'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { useEnterYear } from './calendar-queries'
import { calendarText } from './calendar-text'
import { withDays } from './month-days'
import { RunForm } from './RunForm'
import { YearGrid } from './YearGrid'

interface YearEditorProps {
  readonly year: number
  readonly known: CalendarOut | undefined
  readonly onClose: () => void
}

/** A whole year at once: runs of days are added and taken away, the months show what comes of it. */
export function YearEditor({ year, known, onClose }: YearEditorProps) {
  const t = useText(calendarText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const [days, setDays] = useState<readonly CalendarDayOut[]>(known?.days ?? [])
  const enter = useEnterYear(year, known)
  const named = { year: String(year) }
  const save = () =>
    enter.mutate(
      { days: days.map(({ day, kind, name }) => ({ day, kind, name })) },
      {
        onSuccess: () => {
          void message.success(t('saved', named))
          onClose()
        },
      },
    )
  return (
    <>
      <p className="soft year-source">{t('edit_hint')}</p>
      {enter.isError && <ProblemAlert error={enter.error} />}
      <div className="year-editor">
        <div>
          <RunForm year={year} onAdd={(added) => setDays(withDays(days, added))} />
          <DayList days={days} onRemove={(day) => setDays(days.filter((each) => each.day !== day))} />
          <div className="year-save">
            <Button type="primary" disabled={days.length === 0} loading={enter.isPending} onClick={save}>
              {t('save', named)}
            </Button>
            <Button onClick={onClose}>{words('cancel')}</Button>
          </div>
        </div>
        <YearGrid year={year} days={days} />
      </div>
    </>
  )
}

interface DayListProps {
  readonly days: readonly CalendarDayOut[]
  readonly onRemove: (day: string) => void
}

function DayList({ days, onRemove }: DayListProps) {
  const t = useText(calendarText)
  const format = useFormat()
  if (days.length === 0) return <p className="soft">{t('days_none')}</p>
  return (
    <ul className="year-days" aria-label={t('list')}>
      {days.map(({ day, kind, name }) => (
        <li key={day}>
          <span className="year-day">{format.date(day)}</span>
          <span>{t(`kind_${kind}`)}</span>
          <span className="year-day-name">{name}</span>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('remove', { day: format.date(day) })}
            onClick={() => onRemove(day)}
          />
        </li>
      ))}
    </ul>
  )
}
