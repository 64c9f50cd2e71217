import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useLocale } from '../../../app/locale'

interface MonthFieldProps {
  readonly label: string
  /** `YYYY-MM`. */
  readonly value: string
  readonly onChange: (month: string) => void
}

const STORED = 'YYYY-MM'

export function MonthField({ label, value, onChange }: MonthFieldProps) {
  const locale = useLocale()
  return (
    <DatePicker
      picker="month"
      allowClear={false}
      aria-label={label}
      format={locale === 'zh-CN' ? ['YYYY年M月', STORED] : ['MMM YYYY', STORED]}
      value={dayjs(value, STORED)}
      onChange={(month) => onChange((month ?? dayjs(value, STORED)).format(STORED))}
    />
  )
}
