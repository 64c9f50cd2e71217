import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'
import type { ColumnChoiceState } from './use-column-choice'

interface ColumnChoiceProps {
  readonly columns: readonly { readonly key: string; readonly title: string }[]
  readonly choice: ColumnChoiceState
}

export function ColumnChoice({ columns, choice }: ColumnChoiceProps) {
  const t = useText(componentsText)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={
        <Checkbox.Group
          className="column-choice"
          aria-label={t('columns')}
          options={columns.map(({ key, title }) => ({ value: key, label: title }))}
          value={[...choice.shown]}
          onChange={(keys) => choice.choose(keys)}
        />
      }
    >
      <Button type="text" size="small" icon={<SettingOutlined aria-hidden />}>
        {t('columns')}
      </Button>
    </Popover>
  )
}
