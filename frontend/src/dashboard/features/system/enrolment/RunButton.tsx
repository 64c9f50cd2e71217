import { ConfirmButton } from '../../../components/ConfirmButton'
import type { Choice } from '../../../components/use-choice'
import { useText } from '../../../i18n/use-text'
import type { Enrolment } from './enrolment-queries'
import { enrolmentText } from './enrolment-text'

interface RunButtonProps {
  readonly choice: Choice<Enrolment>
  readonly label: (count: number) => string
  readonly title: (count: number) => string
  readonly text: string
  readonly readAll: () => Promise<readonly Enrolment[]>
  readonly onStart: (people: readonly Enrolment[]) => void
}

const NAMED_AT_MOST = 10

/** Begins with those who are ticked; with nobody ticked, with all whom the filters leave. */
export function RunButton({ choice, label, title, text, readAll, onStart }: RunButtonProps) {
  const { chosen: people } = choice
  const total = choice.total ?? 0
  const isAll = people.length === 0
  const count = isAll ? total : people.length
  return (
    <ConfirmButton
      label={label(count)}
      title={title(count)}
      description={
        <>
          <p>
            <Concerned people={people} total={total} />
          </p>
          <p>{text}</p>
        </>
      }
      type="primary"
      disabled={count === 0}
      onConfirm={async () => onStart(isAll ? await readAll() : people)}
    />
  )
}

interface ConcernedProps {
  readonly people: readonly Enrolment[]
  readonly total: number
}

function Concerned({ people, total }: ConcernedProps) {
  const t = useText(enrolmentText)
  const count = people.length
  if (count === 0) return t('concerns_all', { count: total })
  const names = people
    .slice(0, NAMED_AT_MOST)
    .map(({ name }) => name)
    .join(t.locale === 'zh-CN' ? '、' : ', ')
  return count > NAMED_AT_MOST ? t('concerns_more', { names, count }) : t('concerns', { names })
}
