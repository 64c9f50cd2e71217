import type { StatusTone } from '../../components/StatusTag'
import type { BoardState } from './duty-types'

export const REPORT_TONES: Readonly<Record<BoardState, StatusTone>> = {
  not_started: 'neutral',
  draft: 'waiting',
  submitted: 'warning',
  returned: 'warning',
  accepted: 'done',
  presented: 'done',
}
