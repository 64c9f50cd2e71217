import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { read } from '@/shared/api/client'
import type { AssignmentOut, RoleDueOut } from '@/shared/api/schema.gen'
import { rolesText } from '@/shared/i18n/roles-text'
import { api } from '../../../app/api'
import { PageHeader } from '../../../components/PageHeader'
import { useChoice } from '../../../components/use-choice'
import { useText } from '../../../i18n/use-text'
import { rolesPageText } from '../roles/roles-page-text'
import { EnrolmentTable } from './EnrolmentTable'
import { enrolRolesText } from './enrol-roles-text'
import { type Enrolment, enrolmentsQuery, everyEnrolment } from './enrolment-queries'
import type { EnrolmentSearch } from './enrolment-search'
import { enrolmentText } from './enrolment-text'
import { RunButton } from './RunButton'
import { RunFailures } from './RunFailures'
import { RunProgress } from './RunProgress'
import { useAskBeforeLeaving } from './use-ask-before-leaving'
import { type Run, useRunThrough } from './use-run-through'
import '../system.css'
import './enrol.css'

interface EnrolRolesPageProps {
  readonly search: EnrolmentSearch
  readonly onSearch: (change: EnrolmentSearch) => void
}

/** One role of one person. */
interface Grant extends RoleDueOut {
  readonly id: string
  readonly name: string
  readonly userId: string
}

/** Roles that follow from the rosters, for those who have an account. */
export function EnrolRolesPage({ search, onSearch }: EnrolRolesPageProps) {
  const t = useText(enrolRolesText)
  const roles = useText(rolesPageText)
  const { run, start, stop, clear } = useGrants()
  useAskBeforeLeaving(run?.isOver === false ? t('leave_running') : null)
  return (
    <div className="page enrol-page">
      <PageHeader
        title={t('title')}
        parent={{ to: '/system/role-assignments', label: roles('title') }}
        description={run === null ? t('description') : undefined}
      />
      {run === null && (
        <People search={search} onSearch={onSearch} onStart={(people) => void start(people)} />
      )}
      {run?.isOver === false && <RunProgress run={run} onStop={stop} />}
      {run?.isOver && <Outcome run={run} onBack={clear} />}
    </div>
  )
}

function useGrants() {
  const queries = useQueryClient()
  const { start, ...rest } = useRunThrough<Grant, AssignmentOut>()
  return {
    ...rest,
    start: async (people: readonly Enrolment[]) => {
      await start(people.flatMap(grantsOf), grant)
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['enrolments'] }),
        queries.invalidateQueries({ queryKey: ['role-assignments'] }),
      ])
    },
  }
}

function grantsOf({ name, user_id, roles_due }: Enrolment): readonly Grant[] {
  return roles_due.map((due) => ({
    ...due,
    id: [user_id, due.role, due.organisation_id].join(' '),
    name,
    userId: user_id ?? '',
  }))
}

function grant({ userId, role, organisation_id }: Grant) {
  return read(api.POST('/api/v1/role-assignments', { body: { user_id: userId, role, organisation_id } }))
}

interface PeopleProps extends EnrolRolesPageProps {
  readonly onStart: (people: readonly Enrolment[]) => void
}

function People({ search, onSearch, onStart }: PeopleProps) {
  const t = useText(enrolRolesText)
  const common = useText(enrolmentText)
  const query = enrolmentsQuery('roles', search)
  const choice = useChoice(query)
  return (
    <EnrolmentTable
      name="enrol-roles"
      search={search}
      onSearch={onSearch}
      query={query}
      choice={choice}
      columns={[
        { key: 'username', title: common('username'), dataIndex: 'username' },
        {
          key: 'roles_due',
          title: common('roles_due'),
          render: (_, { roles_due }) => <RolesDue due={roles_due} />,
        },
      ]}
      empty={{ title: t('empty'), hint: t('empty_hint') }}
      action={
        <RunButton
          choice={choice}
          label={(count) => t('grant', { count })}
          title={(count) => t('grant_title', { count })}
          text={t('grant_text')}
          readAll={() => everyEnrolment('roles', search)}
          onStart={onStart}
        />
      }
    />
  )
}

function RolesDue({ due }: { readonly due: readonly RoleDueOut[] }) {
  const t = useText(enrolRolesText)
  const role = useText(rolesText)
  return (
    <ul>
      {due.map((one) => (
        <li key={`${one.role} ${one.organisation_id}`}>
          {t('role_at', { role: role.code(one.role), organisation: one.organisation_name })}
        </li>
      ))}
    </ul>
  )
}

interface OutcomeProps {
  readonly run: Run<Grant, AssignmentOut>
  readonly onBack: () => void
}

function Outcome({ run, onBack }: OutcomeProps) {
  const t = useText(enrolRolesText)
  const common = useText(enrolmentText)
  const role = useText(rolesText)
  const nameOf = ({ name, organisation_name: organisation, ...due }: Grant) =>
    t('role_of', { name, role: role.code(due.role), organisation })
  return (
    <>
      {run.results.length > 0 && (
        <Alert
          type="success"
          showIcon
          className="problem"
          title={t('granted', { count: run.results.length })}
        />
      )}
      <RunFailures run={run} nameOf={nameOf} />
      <Button onClick={onBack}>{common('back_to_list')}</Button>
    </>
  )
}
