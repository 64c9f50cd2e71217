import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { useCan } from '../../../auth/session-query'
import { useText } from '../../../i18n/use-text'
import { RequestChangeButton } from '../changes/RequestChangeButton'
import type { AsOf } from '../organisation-queries'
import type { Organisation } from '../organisation-types'
import { organisationsText } from '../organisations-text'
import { OrganisationForm } from './OrganisationForm'

interface PanelActionsProps {
  readonly organisation: Organisation
  readonly asOf: AsOf
  readonly onStep: ((id: string, step: -1 | 1) => void) | undefined
}

/** What can be done to the organisation today; nothing while another day is shown. */
export function PanelActions({ organisation, asOf, onStep }: PanelActionsProps) {
  const t = useText(organisationsText)
  const can = useCan()
  const [isEditing, setEditing] = useState(false)
  if (asOf !== undefined || organisation.status !== 'active') return null
  const { id, parent_id } = organisation
  const acts: Readonly<Record<string, () => void>> = {
    edit: () => setEditing(true),
    move_up: () => onStep?.(id, -1),
    move_down: () => onStep?.(id, 1),
  }
  const items: MenuProps['items'] = [
    { key: 'edit', label: t('edit') },
    ...(onStep !== undefined && parent_id !== null
      ? [
          { key: 'move_up', label: t('move_up') },
          { key: 'move_down', label: t('move_down') },
        ]
      : []),
  ]
  return (
    <>
      <RequestChangeButton organisationId={id} />
      {can('organisations.write') && (
        <>
          <Dropdown menu={{ items, onClick: ({ key }) => acts[key]?.() }} trigger={['click']}>
            <Button>
              {t('more')} <DownOutlined aria-hidden />
            </Button>
          </Dropdown>
          <OrganisationForm
            key={organisation.version}
            organisation={organisation}
            isOpen={isEditing}
            onClose={() => setEditing(false)}
          />
        </>
      )}
    </>
  )
}
