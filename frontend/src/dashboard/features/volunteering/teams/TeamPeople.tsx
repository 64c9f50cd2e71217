import { App, Form, Radio } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { DateField } from '../../../components/DateField'
import { FilterBar } from '../../../components/FilterBar'
import { FormDialog } from '../../../components/FormDialog'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { PersonSelect } from '../PersonSelect'
import { teamWordsText } from '../volunteering-text'
import type { VolunteerTeamMemberIn, VolunteerTeamMemberOut, VolunteerTeamOut } from '../volunteering-types'
import { teamMembersQuery, useAddTeamMember, useChangePost, useLeaveTeam } from './team-queries'
import type { TeamsSearch } from './teams-search'
import { teamsText } from './teams-text'

interface TeamPeopleProps {
  readonly team: VolunteerTeamOut
  readonly q: string | undefined
  readonly onSearch: (change: TeamsSearch) => void
}

/** Who belongs to a team; leaders first, as the server sends them. */
export function TeamPeople({ team, q, onSearch }: TeamPeopleProps) {
  const t = useText(teamsText)
  const can = useCan()
  const mayWrite = can('volunteer_teams.write') && team.state === 'active'
  return (
    <section aria-labelledby="team-people">
      <div className="vol-section-head">
        <h2 id="team-people">{t('people')}</h2>
        {mayWrite && <AddButton teamId={team.id} />}
      </div>
      <FilterBar
        fields={[{ kind: 'text', name: 'q', label: t('people_search') }]}
        values={{ q }}
        onChange={onSearch}
      />
      <ListTable
        name="team-people"
        label={t('people')}
        query={teamMembersQuery(team.id, q)}
        columns={useColumns(mayWrite)}
        isFiltered={q !== undefined}
        empty={{ title: t('people_empty'), hint: t('people_empty_hint') }}
      />
    </section>
  )
}

function useColumns(mayWrite: boolean): readonly ListColumn<VolunteerTeamMemberOut>[] {
  const t = useText(teamsText)
  const format = useFormat()
  const acts: ListColumn<VolunteerTeamMemberOut>[] = mayWrite
    ? [{ key: 'acts', title: t('acts'), render: (_, member) => <MemberActs member={member} /> }]
    : []
  return [
    { key: 'name', title: t('person'), dataIndex: 'name' },
    {
      key: 'post',
      title: t('post'),
      render: (_, member) => <PostOf member={member} />,
    },
    { key: 'organisation', title: t('person_organisation'), dataIndex: 'organisation_name' },
    {
      key: 'joined_on',
      title: t('joined_on'),
      className: 'vol-tabular',
      render: (_, { joined_on }) => format.date(joined_on),
    },
    ...acts,
  ]
}

/** What somebody is in the team; of those who left, since when they are not. */
function PostOf({ member: { post, left_on } }: { readonly member: VolunteerTeamMemberOut }) {
  const t = useText(teamsText)
  const words = useText(teamWordsText)
  const format = useFormat()
  if (left_on !== null) return <span className="soft">{t('left_on', { date: format.date(left_on) })}</span>
  return post === 'leader' ? <strong>{words(post)}</strong> : words(post)
}

function MemberActs({ member }: { readonly member: VolunteerTeamMemberOut }) {
  const t = useText(teamsText)
  const changePost = useChangePost(member)
  const leave = useLeaveTeam(member.id)
  const { name, post, left_on } = member
  if (left_on !== null) return null
  const other = post === 'leader' ? 'member' : 'leader'
  return (
    <span className="vol-row-acts">
      <ConfirmButton
        label={t(`make_${other}`)}
        title={t('post_title', { name })}
        onConfirm={() => changePost.mutateAsync(other)}
      />
      <ConfirmButton
        label={t('leave')}
        title={t('leave_title', { name })}
        description={t('leave_text')}
        onConfirm={() => leave.mutateAsync()}
      />
    </span>
  )
}

const POSTS = ['member', 'leader'] as const

function AddButton({ teamId }: { readonly teamId: string }) {
  const t = useText(teamsText)
  const words = useText(teamWordsText)
  const { message } = App.useApp()
  const { today } = useSettings()
  const required = useRequired()
  const add = useAddTeamMember(teamId)
  return (
    <FormDialog<VolunteerTeamMemberIn>
      label={t('add')}
      title={t('add')}
      initialValues={{ post: 'member', joined_on: today }}
      onSubmit={async (values) => {
        await add.mutateAsync(values)
        void message.success(t('added'))
      }}
    >
      {() => (
        <>
          <Form.Item name="person_id" label={t('person')} rules={[required.choice]}>
            <PersonSelect />
          </Form.Item>
          <Form.Item name="post" label={t('post')}>
            <Radio.Group options={POSTS.map((value) => ({ value, label: words(value) }))} />
          </Form.Item>
          <Form.Item name="joined_on" label={t('joined_on')} rules={[required.choice]}>
            <DateField label={t('joined_on')} until={today} allowClear={false} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
