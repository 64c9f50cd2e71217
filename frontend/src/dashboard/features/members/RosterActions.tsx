import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Can } from '../../auth/Can'
import { useText } from '../../i18n/use-text'
import { membersText } from './members-text'

export function RosterActions({ organisationId }: { readonly organisationId: string | undefined }) {
  const t = useText(membersText)
  const navigate = useNavigate()
  return (
    <>
      <Can permission="imports.prepare">
        <Button onClick={() => void navigate({ to: '/imports/new', search: { kind: 'members' } })}>
          {t('import')}
        </Button>
      </Can>
      <Can permission="members.write">
        <Button
          type="primary"
          onClick={() => void navigate({ to: '/members/new', search: { organisation_id: organisationId } })}
        >
          {t('new')}
        </Button>
      </Can>
    </>
  )
}
