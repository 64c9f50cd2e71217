import { Button, Progress } from 'antd'
import { useState } from 'react'
import { useText } from '../../../i18n/use-text'
import { enrolmentText } from './enrolment-text'
import { doneOf, type Run } from './use-run-through'

interface RunProgressProps {
  readonly run: Run<unknown, unknown>
  readonly onStop: () => void
}

export function RunProgress({ run, onStop }: RunProgressProps) {
  const t = useText(enrolmentText)
  const [isStopping, setStopping] = useState(false)
  const done = doneOf(run)
  const stop = () => {
    setStopping(true)
    onStop()
  }
  return (
    <section className="enrol-progress" aria-label={t('progress')}>
      <Progress
        percent={Math.floor((100 * done) / run.total)}
        aria-label={t('progress')}
        showInfo={false}
        status="active"
      />
      <p role="status">{t('done_of', { done, total: run.total })}</p>
      <p className="soft">{t(isStopping ? 'stopping' : 'keep_open')}</p>
      <Button onClick={stop} disabled={isStopping}>
        {t('stop')}
      </Button>
    </section>
  )
}
