import { barText } from './bar-text'
import { Icon, type IconName } from './Icon'
import { launch } from './launch-code'
import type { Place } from './use-place'
import { useText } from './use-text'

type Tab = 'home' | 'activities' | 'code' | 'hours'

const TABS: readonly { readonly tab: Tab; readonly hash: string; readonly icon: IconName }[] = [
  { tab: 'home', hash: '#/', icon: 'today' },
  { tab: 'activities', hash: '#/activities', icon: 'calendar' },
  { tab: 'code', hash: '#/code', icon: 'code' },
  { tab: 'hours', hash: '#/hours', icon: 'clock' },
]

const TAB_OF: Partial<Record<Place['page'], Tab>> = {
  activity: 'activities',
  activities: 'activities',
  teams: 'activities',
  lead: 'activities',
  screen: 'activities',
  lead_scan: 'activities',
  roster: 'activities',
  code: 'code',
  hours: 'hours',
  hours_entry: 'hours',
  certificates: 'hours',
}

/** The four places of a volunteer. */
export function BottomBar({ page }: { readonly page: Place['page'] }) {
  const t = useText(barText)
  const current = TAB_OF[page] ?? 'home'
  return (
    <nav className="bar" aria-label={t('bar')}>
      {TABS.map(({ tab, hash, icon }) => (
        <a key={tab} href={hash} onClick={launch.done} aria-current={tab === current ? 'page' : undefined}>
          <Icon name={icon} />
          {t(tab)}
        </a>
      ))}
    </nav>
  )
}
