import type { HomeWaiting as Waiting } from '@/shared/api/session-types'
import { useFormat } from '../../app/use-format'
import { PathLink } from '../../components/PathLink'
import { useText } from '../../i18n/use-text'
import { HomeEmpty, HomeSection } from './HomeSection'
import { homeText } from './home-text'

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
        {waiting.map(({ id, title, since, path }) => (
          <li key={id} className="row">
            <span className="row-what">
              <span className="row-title">{title}</span>
              <span className="soft">{t('since', { date: format.dateTime(since) })}</span>
            </span>
            <PathLink path={path} className="row-action">
              {t('decide')}
              <span className="unseen">{title}</span>
            </PathLink>
          </li>
        ))}
      </ul>
    </HomeSection>
  )
}
