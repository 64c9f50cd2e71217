import { Input, Radio } from 'antd'
import { wallTime } from '@/shared/format/zoned-time'
import { useSettings } from '../../../app/settings-query'
import { DateField } from '../../../components/DateField'
import { TimeField } from '../../../components/TimeField'
import { useText } from '../../../i18n/use-text'
import { attendanceText } from './attendance-text'
import { type MarkMoment, NOW } from './mark-moment'

interface MarkTimeProps {
  readonly moment: MarkMoment
  readonly onChange: (moment: MarkMoment) => void
}

/** What marks on the list are taken for: now, or a time before with its reason. */
export function MarkTime({ moment, onChange }: MarkTimeProps) {
  const t = useText(attendanceText)
  const { time_zone, today } = useSettings()
  const choose = (kind: 'now' | 'other') =>
    onChange(kind === 'now' ? NOW : { kind, reason: '', ...wallTime(new Date(), time_zone) })
  return (
    <div className="vol-mark">
      <span className="soft">{t('when')}</span>
      <Radio.Group
        aria-label={t('when')}
        value={moment.kind}
        options={[
          { value: 'now', label: t('when_now') },
          { value: 'other', label: t('when_other') },
        ]}
        onChange={({ target }) => choose(target.value)}
      />
      {moment.kind === 'other' && (
        <>
          <DateField
            label={t('when_time')}
            allowClear={false}
            until={today}
            value={moment.day}
            onChange={(day) => onChange({ ...moment, day })}
          />
          <TimeField
            label={t('when_time')}
            value={moment.time}
            onChange={(time) => onChange({ ...moment, time })}
          />
          <Input
            className="vol-mark-reason"
            maxLength={500}
            aria-label={t('when_reason')}
            placeholder={t('when_reason')}
            value={moment.reason}
            onChange={({ target }) => onChange({ ...moment, reason: target.value })}
          />
          <p className="soft vol-mark-hint">{t('when_hint')}</p>
        </>
      )}
    </div>
  )
}
