import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../../app/use-format'
import { Facts } from '../../../components/Facts'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { type HistoryEntry, historyQuery } from '../../../components/history-query'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { postsText } from '../../../i18n/posts-text'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import type { Nomination } from '../secretary-types'
import { InspectionFact } from './InspectionFact'
import { NominationActions } from './NominationActions'
import { NominationSteps } from './NominationSteps'
import { historyPath, nominationQuery } from './nomination-queries'
import { lastOf } from './nomination-steps'
import { nominationStatesText, nominationsText } from './nominations-text'
import '../secretaries.css'

export function NominationPage({ id }: { readonly id: string }) {
  const t = useText(nominationsText)
  const nomination = useQuery(nominationQuery(id))
  if (nomination.data !== undefined) return <NominationDetails nomination={nomination.data} />
  return (
    <div className="page">
      <PageHeader title={t('facts')} parent={{ to: '/secretaries/nominations', label: t('title') }} />
      <ListFace list={nomination} isEmpty={false} empty={{ title: '' }}>
        {null}
      </ListFace>
    </div>
  )
}

const NO_HISTORY: readonly HistoryEntry[] = []

function NominationDetails({ nomination }: { readonly nomination: Nomination }) {
  const t = useText(nominationsText)
  const posts = useText(postsText)
  const list = useInfiniteQuery(historyQuery(historyPath(nomination.id)))
  const history = list.data?.pages.flatMap(({ items }) => items) ?? NO_HISTORY
  const { name, post, organisation_name, grounds } = nomination
  return (
    <div className="page">
      <PageHeader
        title={`${name} · ${posts(post)}`}
        parent={{ to: '/secretaries/nominations', label: t('title') }}
        description={organisation_name}
        actions={
          <>
            <NominationActions nomination={nomination} />
            <NominationHistory id={nomination.id} />
          </>
        }
      />
      <NominationSteps nomination={nomination} history={history} />
      <WhyItStopped nomination={nomination} history={history} />
      <section aria-labelledby="nomination-facts" className="secretary-section">
        <h2 id="nomination-facts">{t('facts')}</h2>
        <NominationFacts nomination={nomination} />
      </section>
      <section aria-labelledby="nomination-grounds" className="secretary-section">
        <h2 id="nomination-grounds">{t('grounds')}</h2>
        {grounds === '' ? (
          <p className="soft">{t('grounds_none')}</p>
        ) : (
          <p className="secretary-writing">{grounds}</p>
        )}
      </section>
    </div>
  )
}

const STOPS = {
  returned: { action: 'nomination.return', text: 'returned_by', type: 'warning' },
  rejected: { action: 'nomination.reject', text: 'rejected_by', type: 'info' },
  withdrawn: { action: 'nomination.withdraw', text: 'withdrawn_by', type: 'info' },
} as const

interface WhyItStoppedProps {
  readonly nomination: Nomination
  readonly history: readonly HistoryEntry[]
}

/** Who sent it back or ended it, and why. */
function WhyItStopped({ nomination: { state }, history }: WhyItStoppedProps) {
  const t = useText(nominationsText)
  if (state !== 'returned' && state !== 'rejected' && state !== 'withdrawn') return null
  const { action, text, type } = STOPS[state]
  const entry = lastOf(history, action)
  if (entry === undefined) return null
  const { actor_label: name, reason } = entry
  return <Alert type={type} showIcon className="problem" title={t(text, { name, reason: reason ?? '' })} />
}

function NominationFacts({ nomination }: { readonly nomination: Nomination }) {
  const t = useText(nominationsText)
  const format = useFormat()
  const { organisation_id, organisation_name, full_time, duty_title, kind, take_office_on } = nomination
  const further = useFurtherFacts(nomination)
  return (
    <Facts
      facts={[
        {
          label: t('organisation'),
          value: (
            <Link to="/organisations" search={{ selected: organisation_id }}>
              {organisation_name}
            </Link>
          ),
        },
        { label: t('full_or_part'), value: t(full_time ? 'full_time' : 'part_time') },
        { label: t('duty_title'), value: duty_title ?? NOTHING },
        { label: t('kind'), value: t(kind) },
        { label: t('take_office_on'), value: format.date(take_office_on) },
        ...further,
      ]}
    />
  )
}

function useFurtherFacts(nomination: Nomination) {
  const t = useText(nominationsText)
  const { batch_id, batch_title, approval_number, appointment_id, inspection_id } = nomination
  return [
    ...(batch_id === null
      ? []
      : [
          {
            label: t('batch'),
            value: (
              <Link to="/secretaries/nominations" search={{ batch_id }}>
                {batch_title}
              </Link>
            ),
          },
        ]),
    ...(inspection_id === null
      ? []
      : [{ label: t('inspection'), value: <InspectionFact nomination={nomination} /> }]),
    ...(approval_number === null ? [] : [{ label: t('approval_number'), value: approval_number }]),
    ...(appointment_id === null
      ? []
      : [
          {
            label: t('appointment'),
            value: (
              <Link to="/secretaries/$secretaryId" params={{ secretaryId: appointment_id }}>
                {t('appointment_open')}
              </Link>
            ),
          },
        ]),
  ]
}

function NominationHistory({ id }: { readonly id: string }) {
  const words = useRecordWords()
  const states = useText(nominationStatesText)
  return <HistoryButton path={historyPath(id)} names={{ action: words.action, state: states.code }} />
}
