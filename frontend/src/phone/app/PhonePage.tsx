import { HomePage } from '../pages/HomePage'
import { TalkPage } from '../pages/TalkPage'
import { TaskPage } from '../pages/TaskPage'
import { LazyPage } from './LazyPage'
import * as pages from './phone-pages'
import type { Place, PlainPage } from './use-place'

const PLAIN = {
  code: pages.loadCode,
  activities: pages.loadActivities,
  hours: pages.loadHours,
  certificates: pages.loadCertificates,
  records: pages.loadRecords,
  teams: pages.loadTeams,
} as const satisfies Record<PlainPage, unknown>

const OF_ONE = {
  activity: pages.loadActivity,
  hours_entry: pages.loadHoursEntry,
  lead: pages.loadLead,
  ballot: pages.loadOwnBallot,
} as const

const OF_SHIFT = {
  screen: pages.loadScreen,
  lead_scan: pages.loadLeadScan,
  roster: pages.loadRoster,
} as const

const NO_PROPS = {}

/** The page of a place, for somebody who is signed in. */
export function PhonePage({ place }: { readonly place: Place }) {
  switch (place.page) {
    case 'task':
      return <TaskPage key={place.id} id={place.id} />
    case 'talk':
      return <TalkPage key={place.id} id={place.id} />
    case 'scan':
      return <LazyPage key={place.kind} load={pages.loadScan} props={{ kind: place.kind }} />
    case 'activity':
    case 'hours_entry':
    case 'lead':
    case 'ballot':
      return <LazyPage key={place.page + place.id} load={OF_ONE[place.page]} props={{ id: place.id }} />
    case 'screen':
    case 'lead_scan':
    case 'roster': {
      const { page, id, shiftId } = place
      return <LazyPage key={page + shiftId} load={OF_SHIFT[page]} props={{ id, shiftId }} />
    }
    case 'code':
    case 'activities':
    case 'hours':
    case 'certificates':
    case 'records':
    case 'teams':
      return <LazyPage key={place.page} load={PLAIN[place.page]} props={NO_PROPS} />
    default:
      return <HomePage />
  }
}
