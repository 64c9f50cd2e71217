import { useQuery } from '@tanstack/react-query'
import { ApiError } from '@/shared/api/problem'
import { useFormat } from '../../../app/use-format'
import { ListFace } from '../../../components/ListFace'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import { useWhen } from '../use-when'
import type { ShiftOut } from '../volunteering-types'
import { codeNow, type FetchedCode, minutesLeft } from './code-clock'
import { QrPicture } from './QrPicture'
import { codeQuery } from './screen-query'
import { screenText } from './screen-text'
import { useNow } from './use-now'

interface CodeBoardProps {
  readonly shift: ShiftOut
  readonly title: string
}

/** The code of a shift; those fetched ahead carry it through a gap in the network. */
export function CodeBoard({ shift, title }: CodeBoardProps) {
  const code = useQuery(codeQuery(shift.id))
  const when = useWhen()
  const isCutOff = code.isError && code.error instanceof ApiError && code.error.retryable
  return (
    <ListFace list={code} isEmpty={false} empty={{ title: '' }}>
      {code.data !== undefined && (
        <div className="screen-board">
          <div className="screen-about">
            <h1>{title}</h1>
            <p className="screen-post">
              {shift.post} · {when(shift.starts_at, shift.ends_at)}
            </p>
            <Figures fetched={code.data} />
            {isCutOff && <CutOff fetched={code.data} />}
            {code.isError && !isCutOff && <ProblemAlert error={code.error} />}
          </div>
          <CodeFace fetched={code.data} />
        </div>
      )}
    </ListFace>
  )
}

const TICK = 250

function CodeFace({ fetched }: { readonly fetched: FetchedCode }) {
  const t = useText(screenText)
  const now = useNow(TICK)
  const shown = codeNow(fetched, now)
  if (shown === null) {
    return (
      <div className="screen-face screen-used-up" role="alert">
        <p>
          <strong>{t('used_up')}</strong>
        </p>
        <p>{t('used_up_text')}</p>
      </div>
    )
  }
  return (
    <div className="screen-face">
      <QrPicture
        text={`${window.location.origin}/m/#c=${shown.code.code}`}
        label={t('code', { seconds: fetched.step_seconds })}
      />
      <span className="screen-rest" aria-hidden="true">
        <span style={{ width: `${100 * shown.share}%` }} />
      </span>
      <p className="screen-scan">
        <strong>{t('scan')}</strong>
        <span className="numeric">{t('rest', { count: shown.rest })}</span>
      </p>
    </div>
  )
}

function Figures({ fetched: { present, left, confirmed } }: { readonly fetched: FetchedCode }) {
  const t = useText(screenText)
  const format = useFormat()
  const figures = [
    { label: t('inside'), value: present },
    { label: t('left'), value: left },
    { label: t('confirmed'), value: confirmed },
  ]
  return (
    <dl className="screen-figures" aria-live="off">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function CutOff({ fetched }: { readonly fetched: FetchedCode }) {
  const t = useText(screenText)
  const now = useNow(1000)
  return (
    <p role="status" className="screen-cut-off">
      {t('offline', { count: minutesLeft(fetched, now) })}
    </p>
  )
}
