import { App } from 'antd'
import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../../app/use-format'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { FormDialog } from '../../../components/FormDialog'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import type { Interview, InterviewIn } from '../secretary-types'
import { InterviewFields } from './InterviewFields'
import { interviewsQuery, useChangeInterview, useDeleteInterview } from './inspection-queries'
import { interviewOf } from './inspection-values'
import { inspectionsText } from './inspections-text'

interface InterviewTableProps {
  readonly inspectionId: string
  readonly isWritten: boolean
}

export function InterviewTable({ inspectionId, isWritten }: InterviewTableProps) {
  const t = useText(inspectionsText)
  const columns = useInterviewColumns()
  const acts: ListColumn<Interview> = {
    key: 'acts',
    title: t('acts'),
    render: (_, interview) => (
      <span className="interview-acts">
        <EditButton inspectionId={inspectionId} interview={interview} />
        <DeleteButton inspectionId={inspectionId} interview={interview} />
      </span>
    ),
  }
  return (
    <ListTable
      name="interviews"
      label={t('interview_list')}
      query={interviewsQuery(inspectionId)}
      columns={isWritten ? [...columns, acts] : columns}
      rowDetail={({ notes }) => <p className="secretary-writing">{notes ?? NOTHING}</p>}
      empty={{ title: t('interviews_empty'), ...(isWritten && { hint: t('interviews_empty_hint') }) }}
    />
  )
}

function useInterviewColumns(): readonly ListColumn<Interview>[] {
  const t = useText(inspectionsText)
  const format = useFormat()
  return [
    { key: 'group', title: t('group'), render: (_, { group }) => t(group) },
    { key: 'held_on', title: t('held_on'), render: (_, { held_on }) => format.date(held_on) },
    { key: 'people', title: t('people'), numeric: true, dataIndex: 'people' },
    { key: 'interviewee', title: t('interviewee'), render: (_, { interviewee }) => interviewee ?? NOTHING },
    {
      key: 'notes',
      title: t('notes'),
      render: (_, { notes }) => <span className="interview-notes">{notes ?? NOTHING}</span>,
    },
  ]
}

interface InterviewButtonProps {
  readonly inspectionId: string
  readonly interview: Interview
}

function EditButton({ inspectionId, interview }: InterviewButtonProps) {
  const t = useText(inspectionsText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const change = useChangeInterview(inspectionId, interview)
  const { group, held_on, people, interviewee, notes } = interview
  return (
    <FormDialog<InterviewIn>
      label={t('interview_edit')}
      type="link"
      title={t('interview_edit_title')}
      submit={words('save')}
      initialValues={{ group, held_on, people, interviewee, notes }}
      onSubmit={async (values) => {
        await change.mutateAsync(interviewOf(values))
        void message.success(words('saved'))
      }}
    >
      {(form) => <InterviewFields onEnter={() => form.submit()} />}
    </FormDialog>
  )
}

function DeleteButton({ inspectionId, interview }: InterviewButtonProps) {
  const t = useText(inspectionsText)
  const remove = useDeleteInterview(inspectionId, interview)
  return (
    <ConfirmButton
      label={t('interview_delete')}
      type="link"
      title={t('interview_delete_title')}
      description={t('interview_delete_text')}
      onConfirm={() => remove.mutateAsync()}
    />
  )
}
