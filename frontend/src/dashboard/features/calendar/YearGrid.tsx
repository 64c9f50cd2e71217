import type { CalendarDayOut } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { calendarText } from './calendar-text'
import { MonthGrid } from './MonthGrid'

interface YearGridProps {
  readonly year: number
  readonly days: readonly CalendarDayOut[]
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export function YearGrid({ year, days }: YearGridProps) {
  const t = useText(calendarText)
  const special = new Map(days.map((day) => [day.day, day]))
  return (
    <section aria-label={t('year_of', { year: String(year) })}>
      <ul className="year-legend">
        <li>
          <i className="month-holiday" />
          {t('legend_holiday')}
        </li>
        <li>
          <i className="month-workday" />
          {t('legend_workday')}
        </li>
        <li>
          <i className="month-weekend" />
          {t('legend_weekend')}
        </li>
      </ul>
      <div className="year-grid">
        {MONTHS.map((month) => (
          <MonthGrid key={month} year={year} month={month} special={special} />
        ))}
      </div>
    </section>
  )
}
