import { DownOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useCan } from '../../../auth/session-query'
import { useText } from '../../../i18n/use-text'
import { CHANGE_KINDS } from './change-types'
import { changeKindsText, changesText } from './changes-text'

interface RequestChangeButtonProps {
  readonly organisationId: string
}

/** The kinds of change of one organisation, each leading to its form. */
export function RequestChangeButton({ organisationId }: RequestChangeButtonProps) {
  const t = useText(changesText)
  const kinds = useText(changeKindsText)
  const can = useCan()
  const navigate = useNavigate()
  if (!can('organisation_changes.prepare')) return null
  const start = (kind: string) =>
    navigate({ to: '/organisations/changes/new', search: { kind, organisation_id: organisationId } })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: CHANGE_KINDS.map((kind) => ({ key: kind, label: kinds(kind) })),
        onClick: ({ key }) => void start(key),
      }}
    >
      <Button>
        {t('new')} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  )
}
