import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { DateField } from '../../../components/DateField'
import { useText } from '../../../i18n/use-text'
import { organisationsText } from '../organisations-text'
import { focusResult } from './result-focus'

interface OutlineToolbarProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly asOf: string | undefined
  readonly today: string
  readonly onAsOf: (day: string | undefined) => void
  readonly canReorder: boolean
}

export function OutlineToolbar({ text, onText, asOf, today, onAsOf, canReorder }: OutlineToolbarProps) {
  const t = useText(organisationsText)
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onText('')
    else if (event.key === 'ArrowDown' && focusResult('first')) event.preventDefault()
  }
  return (
    <search className="filter-bar org-toolbar">
      <Input
        className="org-search"
        prefix={<SearchOutlined aria-hidden />}
        aria-label={t('search')}
        placeholder={t('search')}
        allowClear
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={press}
      />
      <DateField label={t('as_of')} placeholder={t('as_of')} value={asOf} until={today} onChange={onAsOf} />
      <span className="soft org-hint">
        {t('outline_hint')}
        {canReorder && ` · ${t('reorder_hint')}`}
      </span>
    </search>
  )
}
