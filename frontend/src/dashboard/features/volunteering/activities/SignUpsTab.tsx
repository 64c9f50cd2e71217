import { App, Form, Select } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { FilterBar } from '../../../components/FilterBar'
import { FormDialog } from '../../../components/FormDialog'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { StatusTag } from '../../../components/StatusTag'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { PersonSelect } from '../PersonSelect'
import { useShiftNames } from '../use-shift-names'
import { useWhen } from '../use-when'
import { signUpStatesText } from '../volunteering-text'
import type { ActivityOut, SignUpOut, SignUpState } from '../volunteering-types'
import type { ActivitySearch } from './activities-search'
import { signUpsQuery, useActOnSignUp, useSignUp } from './sign-up-queries'
import { signUpsText } from './sign-ups-text'

interface SignUpsTabProps {
  readonly activity: ActivityOut
  readonly search: ActivitySearch
  readonly onSearch: (change: ActivitySearch) => void
}

const STATES: readonly SignUpState[] = ['confirmed', 'waitlisted', 'cancelled']

/** Who is signed up and who waits, in the order of signing up. */
export function SignUpsTab({ activity, search, onSearch }: SignUpsTabProps) {
  const t = useText(signUpsText)
  const states = useText(signUpStatesText)
  const can = useCan()
  const shifts = useShiftNames(activity)
  const { q, shift_id, presence } = search
  const state = STATES.find((each) => each === presence)
  const isOpen = activity.state === 'published' || activity.state === 'in_progress'
  return (
    <>
      <FilterBar
        fields={[
          { kind: 'text', name: 'q', label: t('search') },
          { kind: 'select', name: 'shift_id', label: t('shift'), options: shifts },
          {
            kind: 'select',
            name: 'presence',
            label: t('state'),
            options: STATES.map((value) => ({ value, label: states(value) })),
          },
        ]}
        values={{ q, shift_id, presence }}
        onChange={onSearch}
      />
      <ListTable
        name="sign-ups"
        label={t('list')}
        query={signUpsQuery(activity.id, { q, shift_id, state })}
        columns={useColumns()}
        tools={isOpen && can('activities.write') && <AddButton activity={activity} />}
        isFiltered={[q, shift_id, state].some(Boolean)}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      />
    </>
  )
}

function useColumns(): readonly ListColumn<SignUpOut>[] {
  const t = useText(signUpsText)
  const when = useWhen()
  const format = useFormat()
  const can = useCan()
  return [
    { key: 'name', title: t('name'), dataIndex: 'name' },
    { key: 'state', title: t('state'), render: (_, signUp) => <SignUpTag signUp={signUp} /> },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    { key: 'post', title: t('post'), dataIndex: 'post' },
    {
      key: 'time',
      title: t('time'),
      className: 'vol-tabular',
      render: (_, { starts_at, ends_at }) => when(starts_at, ends_at),
    },
    {
      key: 'signed_up_at',
      title: t('signed_up_at'),
      className: 'vol-tabular',
      render: (_, { created_at }) => format.dateTime(created_at),
    },
    ...(can('activities.write')
      ? [
          {
            key: 'acts',
            title: t('acts'),
            render: (_: unknown, signUp: SignUpOut) => <SignUpActs signUp={signUp} />,
          },
        ]
      : []),
  ]
}

function SignUpTag({ signUp: { state, waiting_place, promoted_at } }: { readonly signUp: SignUpOut }) {
  const t = useText(signUpsText)
  const states = useText(signUpStatesText)
  const format = useFormat()
  const tone = state === 'confirmed' ? 'done' : state === 'waitlisted' ? 'waiting' : 'neutral'
  return (
    <>
      <StatusTag tone={tone}>
        {waiting_place === null ? states(state) : t('waiting_place', { place: waiting_place })}
      </StatusTag>
      {promoted_at !== null && (
        <span className="soft"> {t('promoted', { at: format.dateTime(promoted_at) })}</span>
      )}
    </>
  )
}

function SignUpActs({ signUp: { id, name, allowed_actions } }: { readonly signUp: SignUpOut }) {
  const t = useText(signUpsText)
  const act = useActOnSignUp(id)
  const acts = (['promote', 'cancel'] as const).filter((action) => allowed_actions.includes(action))
  if (acts.length === 0) return null
  return (
    <span className="vol-row-acts">
      {acts.map((action) => (
        <ConfirmButton
          key={action}
          label={t(action)}
          title={t(`${action}_title`, { name })}
          description={t(`${action}_text`)}
          onConfirm={() => act.mutateAsync(action)}
        />
      ))}
    </span>
  )
}

interface AddValues {
  readonly shift_id: string
  readonly person_id: string
}

function AddButton({ activity }: { readonly activity: ActivityOut }) {
  const t = useText(signUpsText)
  const { message } = App.useApp()
  const required = useRequired()
  const shifts = useShiftNames(activity)
  const signUp = useSignUp()
  const only = shifts.length === 1 ? shifts[0]?.value : undefined
  return (
    <FormDialog<AddValues>
      label={t('add')}
      title={t('add')}
      initialValues={only === undefined ? {} : { shift_id: only }}
      onSubmit={async (values) => {
        const { state } = await signUp.mutateAsync(values)
        void message.success(t(state === 'waitlisted' ? 'added_waiting' : 'added'))
      }}
    >
      {() => (
        <>
          <Form.Item name="person_id" label={t('person')} rules={[required.choice]}>
            <PersonSelect />
          </Form.Item>
          <Form.Item name="shift_id" label={t('shift')} rules={[required.choice]}>
            <Select options={[...shifts]} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
