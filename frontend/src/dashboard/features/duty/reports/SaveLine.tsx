import {
  CheckCircleOutlined,
  CloudOutlined,
  ExclamationCircleOutlined,
  SyncOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { SaveSnapshot, SaveState } from './autosave'
import { lengthOf } from './report-blocks'
import type { ReportDraft, Written } from './report-draft'
import { reportsText } from './reports-text'

interface SaveLineProps {
  readonly draft: ReportDraft
  readonly saving: SaveSnapshot
  readonly written: Written
  /** What is opened from here where there is no room beside the text. */
  readonly children?: ReactNode
}

const ICONS: Readonly<Record<SaveState['kind'], ReactNode>> = {
  saved: <CheckCircleOutlined aria-hidden />,
  unsaved: <SyncOutlined aria-hidden />,
  saving: <SyncOutlined aria-hidden />,
  offline: <CloudOutlined aria-hidden />,
  signed_out: <CloudOutlined aria-hidden />,
  failed: <ExclamationCircleOutlined aria-hidden />,
  conflict: <ExclamationCircleOutlined aria-hidden />,
}

/** Always in view: when it was last saved, or why it is not. */
export function SaveLine({ draft, saving, written, children }: SaveLineProps) {
  const t = useText(reportsText)
  const { kind } = saving.state
  const isStuck = kind === 'failed' || kind === 'offline'
  const count = Object.values(written.sections).reduce((sum, blocks) => sum + lengthOf(blocks), 0)
  return (
    <p className={`report-saving report-saving-${kind}`}>
      <span role="status">
        {ICONS[kind]} <SavedWords saving={saving} />
      </span>
      {isStuck && (
        <Button type="link" size="small" onClick={() => void draft.autosave.flush()}>
          {t('save_again')}
        </Button>
      )}
      <span className="soft numeric">{t('written', { count })}</span>
      {children}
    </p>
  )
}

function SavedWords({ saving: { state, savedAt } }: Pick<SaveLineProps, 'saving'>) {
  const t = useText(reportsText)
  const format = useFormat()
  if (state.kind === 'saved') return t('saved_at', { time: format.time(savedAt) })
  if (state.kind === 'failed' || state.kind === 'conflict') return t('not_saved')
  return t(state.kind)
}
