import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { ApiError } from '@/shared/api/problem'
import type { CalendarOut } from '@/shared/api/schema.gen'
import { useSettings } from '../../app/settings-query'
import { useCan } from '../../auth/session-query'
import { ListFace } from '../../components/ListFace'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { calendarQuery, calendarYearsQuery } from './calendar-queries'
import { type CalendarSearch, yearOf } from './calendar-search'
import { calendarText } from './calendar-text'
import { YearEditor } from './YearEditor'
import { YearGrid } from './YearGrid'
import './calendar.css'

interface CalendarPageProps {
  readonly search: CalendarSearch
  readonly onSearch: (change: CalendarSearch) => void
}

/** Which days are worked, a year at a time. */
export function CalendarPage({ search, onSearch }: CalendarPageProps) {
  const t = useText(calendarText)
  const can = useCan()
  const { today } = useSettings()
  const year = yearOf(search.year, today)
  const calendar = useQuery(calendarQuery(year))
  const isMissing = calendar.error instanceof ApiError && calendar.error.code === 'calendar_year_missing'
  const isEdited = search.edit === 'yes' && can('calendar.write')
  const edit = () => onSearch({ year: String(year), edit: 'yes' })
  const close = () => onSearch({ edit: undefined })
  const mayEdit = can('calendar.write') && calendar.isSuccess && !isEdited
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <YearSelect year={year} onChange={(chosen) => onSearch({ year: chosen, edit: undefined })} />
            {mayEdit && <Button onClick={edit}>{t('edit', { year: String(year) })}</Button>}
          </>
        }
      />
      {isEdited && (calendar.isSuccess || isMissing) && (
        <YearEditor key={year} year={year} known={isMissing ? undefined : calendar.data} onClose={close} />
      )}
      {!isEdited && isMissing && <MissingYear year={year} onEnter={edit} />}
      {!isEdited && !isMissing && (
        <ListFace list={calendar} isEmpty={false} empty={{ title: '' }}>
          {calendar.data !== undefined && <KnownYear calendar={calendar.data} />}
        </ListFace>
      )}
    </div>
  )
}

function KnownYear({ calendar: { year, source, days } }: { readonly calendar: CalendarOut }) {
  const t = useText(calendarText)
  const holidays = days.filter(({ kind }) => kind === 'holiday').length
  return (
    <>
      <p className="soft year-source">
        {t(`source_${source}`)} · {t('counts', { holidays, workdays: days.length - holidays })}
      </p>
      <YearGrid year={year} days={days} />
    </>
  )
}

function MissingYear({ year, onEnter }: { readonly year: number; readonly onEnter: () => void }) {
  const t = useText(calendarText)
  const can = useCan()
  const named = { year: String(year) }
  return (
    <div className="face" role="status">
      <p className="face-title">{t('missing_title', named)}</p>
      <p className="soft">{t('missing_write', named)}</p>
      {can('calendar.write') && (
        <Button type="primary" onClick={onEnter}>
          {t('enter', named)}
        </Button>
      )}
    </div>
  )
}

interface YearSelectProps {
  readonly year: number
  readonly onChange: (year: string) => void
}

/** The years that are known, and the next: so that it is seen when that is not entered yet. */
function YearSelect({ year, onChange }: YearSelectProps) {
  const t = useText(calendarText)
  const { today } = useSettings()
  const { data: known = [] } = useQuery(calendarYearsQuery)
  const entered = new Set(known.map((each) => each.year))
  const present = Number(today.slice(0, 4))
  const years = [...new Set([...entered, present, present + 1, year])].sort((one, other) => other - one)
  return (
    <Select
      aria-label={t('year')}
      popupMatchSelectWidth={false}
      value={String(year)}
      options={years.map((each) => ({
        value: String(each),
        label: t(entered.has(each) ? 'year_of' : 'year_unknown', { year: String(each) }),
      }))}
      onChange={onChange}
    />
  )
}
