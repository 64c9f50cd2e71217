import { useState } from 'react'
import { scanText } from '../../app/scan-text'
import { useText } from '../../app/use-text'
import { type ScannerState, useScanner } from '../../scan/use-scanner'

interface CameraProps {
  readonly hint: string
  readonly onText: (text: string) => void
  /** Shown below every face, for nobody's camera is sure to work. */
  readonly isLeader?: boolean
}

/** The camera's picture with what to do, and another way where there is none. */
export function Camera(props: CameraProps) {
  const [round, setRound] = useState(0)
  return <CameraRound key={round} {...props} onAgain={() => setRound(round + 1)} />
}

interface CameraRoundProps extends CameraProps {
  readonly onAgain: () => void
}

function CameraRound({ hint, onText, isLeader = false, onAgain }: CameraRoundProps) {
  const t = useText(scanText)
  const { video, state } = useScanner(onText)
  const hasPicture = state === 'starting' || state === 'live'
  return (
    <>
      <div className={hasPicture ? 'camera' : 'camera hidden'}>
        <video ref={video} muted playsInline aria-label={t('picture')} />
        <span className="camera-frame" aria-hidden="true" />
      </div>
      {hasPicture && (
        <p className="camera-hint" role="status">
          {state === 'starting' ? t('starting') : hint}
        </p>
      )}
      {!hasPicture && <NoPicture state={state} onAgain={onAgain} />}
      {!isLeader && <OtherWays />}
    </>
  )
}

interface NoPictureProps {
  readonly state: Exclude<ScannerState, 'starting' | 'live'>
  readonly onAgain: () => void
}

function NoPicture({ state, onAgain }: NoPictureProps) {
  const t = useText(scanText)
  return (
    <div className="problem" role="alert">
      <p>{t(state)}</p>
      {state !== 'unsupported' && (
        <button type="button" onClick={onAgain}>
          {t('try_again')}
        </button>
      )}
    </div>
  )
}

function OtherWays() {
  const t = useText(scanText)
  return (
    <>
      <a className="button" href="#/code">
        {t('my_code')}
      </a>
      <p className="soft">{t('by_list')}</p>
    </>
  )
}
