import { App } from 'antd'
import { useFormat } from '../../../app/use-format'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import { useDuration } from '../use-duration'
import { useProgress } from '../use-progress'
import type { VerificationsOut, VolunteerHoursOut } from '../volunteering-types'
import { useVerifyHours } from './hours-queries'
import { hoursText } from './hours-text'

interface VerifyChosenProps {
  readonly chosen: readonly VolunteerHoursOut[]
  /** Told what is left: nothing, or what could not be sent. */
  readonly onDone: (left: readonly VolunteerHoursOut[]) => void
}

/** Verifies what is chosen at once, and says which were refused and why. */
export function VerifyChosen({ chosen, onDone }: VerifyChosenProps) {
  const t = useText(hoursText)
  const duration = useDuration()
  const { message } = App.useApp()
  const verify = useVerifyHours()
  const progress = useProgress()
  const tellRefused = useTellRefused(chosen)
  const count = chosen.length
  const sum = duration(chosen.reduce((minutes, hours) => minutes + hours.minutes, 0))
  return (
    <ConfirmButton
      label={t('verify_chosen', { count })}
      title={t('verify_chosen_title', { count, sum })}
      description={t('verify_chosen_text')}
      type="primary"
      disabled={count === 0}
      onConfirm={async () => {
        const onSent = (sent: number) => progress.show(sent, count)
        onSent(0)
        const ids = chosen.map(({ id }) => id)
        const { answers, failure } = await verify.mutateAsync({ ids, onSent }).finally(progress.end)
        const refused = answers.filter(({ problem }) => problem !== null)
        const verified = answers.length - refused.length
        if (verified > 0) void message.success(t('verified_count', { count: verified }))
        if (refused.length > 0) tellRefused(refused)
        onDone(chosen.slice(answers.length))
        if (failure !== null) throw failure
      }}
    />
  )
}

function useTellRefused(chosen: readonly VolunteerHoursOut[]) {
  const t = useText(hoursText)
  const format = useFormat()
  const { modal } = App.useApp()
  return (refused: VerificationsOut['items']) => {
    const lines = refused.map(({ id, problem }) => {
      const hours = chosen.find((each) => each.id === id)
      const why = problem?.detail || problem?.title || ''
      return { id, text: t('refused_line', { name: hours?.name ?? '', day: format.date(hours?.day), why }) }
    })
    modal.warning({
      title: t('refused_title', { count: refused.length }),
      content: (
        <ul>
          {lines.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      ),
    })
  }
}
