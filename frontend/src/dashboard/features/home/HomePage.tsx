import { useQuery } from '@tanstack/react-query'
import type { Home } from '@/shared/api/session-types'
import { useSettings } from '../../app/settings-query'
import { useFormat } from '../../app/use-format'
import { useCan, useMe } from '../../auth/session-query'
import { ListFace } from '../../components/ListFace'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { HomeChanges } from './HomeChanges'
import { HomeFigures } from './HomeFigures'
import { HomeNotices } from './HomeNotices'
import { HomeReminder } from './HomeReminder'
import { HomeTasks } from './HomeTasks'
import { HomeWaiting } from './HomeWaiting'
import { homeQuery } from './home-query'
import { homeText } from './home-text'

export function HomePage() {
  const t = useText(homeText)
  const format = useFormat()
  const me = useMe()
  const { today } = useSettings()
  const home = useQuery(homeQuery)
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        description={t('greeting', { name: me.display_name, date: format.date(today) })}
      />
      <ListFace list={home} isEmpty={false} empty={{ title: '' }}>
        {home.data !== undefined && <HomeSections home={home.data} today={today} />}
      </ListFace>
    </div>
  )
}

const DECIDING = ['organisation_changes.approve', 'tasks.verify', 'nominations.endorse'] as const

function HomeSections({ home, today }: { readonly home: Home; readonly today: string }) {
  const can = useCan()
  const decides = DECIDING.some(can)
  return (
    <div className="home">
      <div className="home-main">
        <HomeNotices notices={home.notices} />
        <HomeReminder />
        <HomeTasks tasks={home.tasks} today={today} />
        {(decides || home.waiting.length > 0) && <HomeWaiting waiting={home.waiting} />}
        <HomeChanges changes={home.changes} />
      </div>
      <HomeFigures figures={home.figures} />
    </div>
  )
}
