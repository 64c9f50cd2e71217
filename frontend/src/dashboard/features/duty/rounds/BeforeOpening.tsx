import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../app/use-format'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { roundsText } from './rounds-text'

/** What a draft still needs, in the order in which one does it. */
export function BeforeOpening({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(roundsText)
  const format = useFormat()
  const { counts, scheme, report_sections: sections, id } = round
  const hasPeople = counts.participants > 0
  const rows = [
    {
      to: '/duty/rounds/$roundId/participants',
      title: t('check_participants'),
      text: hasPeople
        ? t('check_participants_text', { count: counts.participants, date: format.date(round.as_of) })
        : t('check_participants_none'),
      isDone: hasPeople,
    },
    {
      to: '/duty/rounds/$roundId/sections',
      title: t('check_sections'),
      text: sections.map(({ title }) => title).join(' · '),
      isDone: true,
    },
    {
      to: '/duty/rounds/$roundId/scheme',
      title: t('check_scheme'),
      text:
        scheme === null
          ? t('check_scheme_none')
          : scheme.groups.map(({ title, weight }) => `${title} ${weight}`).join(' · '),
      isDone: scheme !== null,
    },
  ] as const
  return (
    <section className="duty-section" aria-labelledby="duty-before">
      <h2 id="duty-before">{t('before_opening')}</h2>
      <ol className="rows duty-checklist">
        {rows.map(({ to, title, text, isDone }) => (
          <li key={to} className="row">
            <span className="duty-check-state">
              <StatusTag tone={isDone ? 'done' : 'warning'}>
                {t(isDone ? 'check_done' : 'check_missing')}
              </StatusTag>
            </span>
            <span className="row-what">
              <span className="row-title">{title}</span>
              <span className="soft">{text}</span>
            </span>
            <Link to={to} params={{ roundId: id }} className="row-action">
              {t('go')}
              <span className="unseen"> {title}</span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="soft duty-after">{t('check_open_text')}</p>
    </section>
  )
}
