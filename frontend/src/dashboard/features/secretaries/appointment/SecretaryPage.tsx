import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { Facts } from '../../../components/Facts'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { PathLink } from '../../../components/PathLink'
import { postsText } from '../../../i18n/posts-text'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import { AppointmentStateTag } from '../AppointmentStateTag'
import { appointmentStatesText, secretariesText } from '../secretaries-text'
import { secretaryQuery } from '../secretary-queries'
import type { Secretary } from '../secretary-types'
import { useCommittee } from '../use-committee'
import { TalkDue, TermEnd } from '../use-secretary-columns'
import { AppointmentActions } from './AppointmentActions'
import { appointmentText, endCausesText } from './appointment-text'
import '../secretaries.css'

/** One appointment: what is known of it, and what may be done. */
export function SecretaryPage({ id }: { readonly id: string }) {
  const t = useText(secretariesText)
  const secretary = useQuery(secretaryQuery(id))
  if (secretary.data !== undefined) return <Appointment secretary={secretary.data} />
  return (
    <div className="page">
      <PageHeader title={t('list')} parent={{ to: '/secretaries', label: t('title') }} />
      <ListFace list={secretary} isEmpty={false} empty={{ title: '' }}>
        {null}
      </ListFace>
    </div>
  )
}

function Appointment({ secretary }: { readonly secretary: Secretary }) {
  const t = useText(appointmentText)
  const words = useText(secretariesText)
  const posts = useText(postsText)
  const committee = useCommittee()
  const format = useFormat()
  const { name, post, organisation_name, state, to_on } = secretary
  return (
    <div className="page">
      <PageHeader
        title={`${name} · ${posts(post)}`}
        parent={{ to: '/secretaries', label: words('title') }}
        meta={<AppointmentStateTag state={state} />}
        description={organisation_name}
        actions={
          <>
            <AppointmentActions secretary={secretary} />
            <AppointmentHistory id={secretary.id} />
          </>
        }
      />
      {state !== 'in_office' && (
        <p className="secretary-turn" role="status">
          {wasTakenBack(secretary)
            ? t('turn_taken_back')
            : t(`turn_${state}`, { committee, date: format.date(to_on) })}
        </p>
      )}
      <section aria-label={t('facts')}>
        <AppointmentFacts secretary={secretary} />
      </section>
    </div>
  )
}

/** An appointment that ended on its first day never began. */
function wasTakenBack({ from_on, to_on }: Secretary) {
  return to_on === from_on
}

function AppointmentFacts({ secretary }: { readonly secretary: Secretary }) {
  const t = useText(appointmentText)
  const words = useText(secretariesText)
  const { from_on, to_on, full_time, duty_title, term_ends_on, talk_due_on } = secretary
  const format = useFormat()
  const further = useFurtherFacts(secretary)
  const from = format.date(from_on)
  const period =
    to_on === null
      ? t('since_now', { from })
      : wasTakenBack(secretary)
        ? t('never_began', { from })
        : t('since_to', { from, to: format.date(to_on) })
  return (
    <Facts
      facts={[
        {
          label: words('organisation'),
          value: (
            <Link to="/organisations" search={{ selected: secretary.organisation_id }}>
              {secretary.organisation_name}
            </Link>
          ),
        },
        { label: t('period'), value: period },
        { label: words('kind'), value: words(full_time ? 'full_time' : 'part_time') },
        { label: words('duty_title'), value: duty_title ?? NOTHING },
        {
          label: words('term_ends_on'),
          value: term_ends_on === null ? t('term_none') : <TermEnd on={term_ends_on} />,
        },
        {
          label: words('talk_due_on'),
          value: talk_due_on === null ? t('talk_none') : <TalkLink secretary={secretary} />,
        },
        ...further,
      ]}
    />
  )
}

function useFurtherFacts(secretary: Secretary) {
  const t = useText(appointmentText)
  const causes = useText(endCausesText)
  const format = useFormat()
  const can = useCan()
  const { id, nomination_id, end_cause, consent_on, consent_note, late_reason } = secretary
  const consent = [consent_on === null ? null : format.date(consent_on), consent_note].filter(Boolean)
  return [
    ...(nomination_id === null || !can('nominations.read')
      ? []
      : [
          {
            label: t('nomination'),
            value: (
              <Link to="/secretaries/nominations/$nominationId" params={{ nominationId: nomination_id }}>
                {t('nomination_link')}
              </Link>
            ),
          },
        ]),
    ...(can('archives.read')
      ? [
          {
            label: t('archive_of'),
            value: <PathLink path={`/secretaries/${id}/archive`}>{t('archive')}</PathLink>,
          },
        ]
      : []),
    ...(end_cause === null ? [] : [{ label: t('end_cause'), value: causes(end_cause) }]),
    ...(consent.length === 0 ? [] : [{ label: t('consent'), value: consent.join(' · ') }]),
    ...(late_reason === null ? [] : [{ label: t('late_reason'), value: late_reason }]),
  ]
}

function TalkLink({ secretary }: { readonly secretary: Secretary }) {
  const can = useCan()
  const due = <TalkDue on={secretary.talk_due_on} />
  if (!can('talks.read')) return due
  return <PathLink path={`/secretaries/talks?person_id=${secretary.person_id}`}>{due}</PathLink>
}

function AppointmentHistory({ id }: { readonly id: string }) {
  const words = useRecordWords()
  const states = useText(appointmentStatesText)
  return (
    <HistoryButton
      path={`/api/v1/secretaries/${id}/history`}
      names={{ action: words.action, state: states.code }}
    />
  )
}
