import { StatusTag, type StatusTone } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { appointmentStatesText } from './secretaries-text'
import type { AppointmentState } from './secretary-types'

const TONES: Readonly<Record<AppointmentState, StatusTone>> = {
  in_office: 'done',
  end_requested: 'warning',
  end_agreed: 'waiting',
  ended: 'neutral',
}

export function AppointmentStateTag({ state }: { readonly state: AppointmentState }) {
  const t = useText(appointmentStatesText)
  return <StatusTag tone={TONES[state]}>{t(state)}</StatusTag>
}
