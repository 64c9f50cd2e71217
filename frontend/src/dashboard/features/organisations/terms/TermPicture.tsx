import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { Term } from '../organisation-types'
import { TermStateTag } from './TermStateTag'
import { termScale } from './term-scale'
import { termsText } from './terms-text'

interface TermPictureProps {
  /** The latest first. */
  readonly terms: readonly Term[]
  /** The day that the line marks. */
  readonly day: string
  readonly isToday: boolean
}

/** Terms as bars on one line of years; the dates beside each bar are its table. */
export function TermPicture({ terms, day, isToday }: TermPictureProps) {
  const t = useText(termsText)
  const format = useFormat()
  const { place, years } = termScale(terms, day)
  return (
    <figure className="org-terms" aria-label={t('picture')}>
      <div className="org-terms-axis" aria-hidden="true">
        {years.map(({ year, at }) => (
          <span key={year} style={{ left: `${at}%` }}>
            {year}
          </span>
        ))}
      </div>
      <ol>
        {terms.map((term) => {
          const end = term.ended_on !== null && term.ended_on < term.ends_on ? term.ended_on : term.ends_on
          const from = place(term.elected_on)
          return (
            <li key={term.id}>
              <p className="org-terms-text">
                <strong>{t('number_of', { number: term.number })}</strong>
                <span>{t('from_to', { from: format.date(term.elected_on), to: format.date(end) })}</span>
                {isToday && <TermStateTag term={term} />}
              </p>
              <div className="org-terms-line" aria-hidden="true">
                <span
                  className={`org-terms-bar org-terms-${term.state}`}
                  style={{ left: `${from}%`, width: `${place(end) - from}%` }}
                />
                {isOverdueOn(term, day) && (
                  <span
                    className="org-terms-bar org-terms-overdue"
                    style={{ left: `${place(end)}%`, width: `${place(day) - place(end)}%` }}
                  />
                )}
                <i style={{ left: `${place(day)}%` }} />
              </div>
            </li>
          )
        })}
      </ol>
      <figcaption className="org-terms-today soft">
        <i aria-hidden="true" /> {t(isToday ? 'today' : 'that_day')} {format.date(day)}
      </figcaption>
    </figure>
  )
}

/** Whether it ran past its end on that day, as far as the dates say. */
function isOverdueOn({ ends_on, ended_on }: Term, day: string): boolean {
  return ends_on < day && (ended_on === null || ended_on > day)
}
