import type { HomeWaiting as Waiting } from '@/shared/api/session-types'
import { useFormat } from '../../app/use-format'
import { PathLink } from '../../components/PathLink'
import { useText } from '../../i18n/use-text'
import { HomeEmpty, HomeSection } from './HomeSection'
import { homeText } from './home-text'

/** What is to be done with each kind, in its own word. */
const DECIDE: Readonly<Record<string, keyof typeof homeText>> = {
  task: 'decide_task',
  nomination: 'decide_nomination',
  inspection: 'decide_inspection',
  appointment: 'decide_appointment',
  talk: 'decide_talk',
  objection: 'decide_objection',
  volunteer_hours: 'decide_hours',
  certificate: 'decide_certificate',
  duty_report: 'decide_duty_report',
  ballot: 'decide_ballot',
  duty_results: 'decide_duty_results',
  duty_confirmations: 'decide_duty_confirmations',
  duty_result: 'decide_duty_result',
}

interface HomeWaitingProps {
  readonly waiting: readonly Waiting[]
}

export function HomeWaiting({ waiting }: HomeWaitingProps) {
  const t = useText(homeText)
  const format = useFormat()
  return (
    <HomeSection title={t('waiting')} count={waiting.length}>
      {waiting.length === 0 && <HomeEmpty title={t('waiting_empty')} hint={t('waiting_empty_hint')} />}
      <ul className="rows">
        {waiting.map(({ kind, id, title, since, due_on, path }) => (
          <li key={`${kind} ${id}`} className="row">
            <span className="row-what">
              <span className="row-title">{title}</span>
              <span className="soft">
                {due_on === null
                  ? t('since', { date: format.dateTime(since) })
                  : t('due', { date: format.date(due_on) })}
              </span>
            </span>
            <PathLink path={path} className="row-action">
              {t(DECIDE[kind] ?? 'decide')}
              <span className="unseen">{title}</span>
            </PathLink>
          </li>
        ))}
      </ul>
    </HomeSection>
  )
}
