import { useQueryClient } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { PageHeader } from '../../../components/PageHeader'
import { useChoice } from '../../../components/use-choice'
import { useText } from '../../../i18n/use-text'
import { usersText } from '../users/users-text'
import { AccountsOutcome } from './AccountsOutcome'
import { LACKS, lackOf } from './account-lack'
import { type AccountSlip, openAccount, renewPassword } from './account-slips'
import { EnrolmentTable } from './EnrolmentTable'
import { enrolUsersText } from './enrol-users-text'
import { type Enrolment, enrolmentsQuery, everyEnrolment } from './enrolment-queries'
import type { EnrolmentSearch } from './enrolment-search'
import { RunButton } from './RunButton'
import { RunProgress } from './RunProgress'
import { useAskBeforeLeaving } from './use-ask-before-leaving'
import { useRunThrough } from './use-run-through'
import '../system.css'
import './enrol.css'

interface EnrolUsersPageProps {
  readonly search: EnrolmentSearch
  readonly onSearch: (change: EnrolmentSearch) => void
}

const WORK = { account: openAccount, sign_in: renewPassword } as const

/** Accounts for people on the rosters: first who is to have one, then what is handed to them. */
export function EnrolUsersPage({ search, onSearch }: EnrolUsersPageProps) {
  const t = useText(enrolUsersText)
  const users = useText(usersText)
  const lacking = lackOf(search.lacking)
  const { run, start, stop, mayClose, close, keep } = useAccounts()
  return (
    <div className="page enrol-page">
      <PageHeader
        title={t('title')}
        parent={{ to: '/system/users', label: users('title') }}
        description={run === null ? t('description') : undefined}
      />
      {run === null && (
        <Choice search={search} onSearch={onSearch} onStart={(people) => void start(people, WORK[lacking])} />
      )}
      {run?.isOver === false && <RunProgress run={run} onStop={stop} />}
      {run?.isOver && (
        <AccountsOutcome
          lacking={lacking}
          run={run}
          onKept={keep}
          onBack={async () => (await mayClose()) && close()}
        />
      )}
    </div>
  )
}

/** A run, and whether its passwords have been kept. */
function useAccounts() {
  const t = useText(enrolUsersText)
  const queries = useQueryClient()
  const { run, start, stop, clear } = useRunThrough<Enrolment, AccountSlip>()
  const [isKept, setKept] = useState(false)
  const isUnkept = run !== null && run.results.length > 0 && !isKept
  const loss = run?.isOver === false ? t('leave_running') : isUnkept ? t('leave_unsaved') : null
  const ask = useAskBeforeLeaving(loss)
  return {
    run,
    stop,
    keep: () => setKept(true),
    start: async (...given: Parameters<typeof start>) => {
      setKept(false)
      await start(...given)
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['enrolments'] }),
        queries.invalidateQueries({ queryKey: ['users'] }),
      ])
    },
    mayClose: async () => loss === null || ask(),
    close: clear,
  }
}

interface ChoiceProps extends EnrolUsersPageProps {
  readonly onStart: (people: readonly Enrolment[]) => void
}

function Choice({ search, onSearch, onStart }: ChoiceProps) {
  const t = useText(enrolUsersText)
  const lacking = lackOf(search.lacking)
  return (
    <>
      <Segmented
        className="system-view"
        aria-label={t('lacks')}
        value={lacking}
        options={LACKS.map((value) => ({ value, label: t(`lack_${value}`) }))}
        onChange={(value) => onSearch({ lacking: value === 'account' ? undefined : value })}
      />
      <People key={lacking} search={search} onSearch={onSearch} onStart={onStart} />
    </>
  )
}

function People({ search, onSearch, onStart }: ChoiceProps) {
  const t = useText(enrolUsersText)
  const lacking = lackOf(search.lacking)
  const query = enrolmentsQuery(lacking, search)
  const choice = useChoice(query)
  return (
    <EnrolmentTable
      name={`enrol-${lacking}`}
      search={search}
      onSearch={onSearch}
      query={query}
      choice={choice}
      columns={
        lacking === 'account' ? [] : [{ key: 'username', title: t('username'), dataIndex: 'username' }]
      }
      empty={{ title: t(`${lacking}_empty`), hint: t(`${lacking}_empty_hint`) }}
      action={
        <RunButton
          choice={choice}
          label={(count) => t(`do_${lacking}`, { count })}
          title={(count) => t(`do_${lacking}_title`, { count })}
          text={t(`do_${lacking}_text`)}
          readAll={() => everyEnrolment(lacking, search)}
          onStart={onStart}
        />
      }
    />
  )
}
