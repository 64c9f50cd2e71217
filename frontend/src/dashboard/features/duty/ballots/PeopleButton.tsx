import { App, Form } from 'antd'
import type { BallotSessionOut } from '@/shared/api/schema.gen'
import { FormDialog } from '../../../components/FormDialog'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { useIssuePapers } from './ballot-session-queries'
import { ballotsText } from './ballots-text'
import { PeopleSelect } from './PeopleSelect'
import { sayWho } from './say-who'

interface PeopleButtonProps {
  readonly session: BallotSessionOut
  readonly round: DutyRoundOut
}

/** The right to vote for people who sign in. */
export function PeopleButton({ session: { id, title }, round }: PeopleButtonProps) {
  const t = useText(ballotsText)
  const { message } = App.useApp()
  const issue = useIssuePapers(id)
  return (
    <FormDialog<{ readonly person_ids: string[] }>
      label={t('issue_people')}
      title={t('issue_people_of', { title })}
      description={t('people_hint')}
      onSubmit={async ({ person_ids }) => {
        await sayWho(issue.mutateAsync({ codes: 0, person_ids }))
        void message.success(t('issue_people_done', { count: person_ids.length }))
      }}
    >
      {() => (
        <Form.Item
          name="person_ids"
          label={t('people')}
          rules={[{ required: true, type: 'array', min: 1, message: t('people_required') }]}
        >
          <PeopleSelect roundId={round.id} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
