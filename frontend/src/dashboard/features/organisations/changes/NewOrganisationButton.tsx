import { PlusOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Can } from '../../../auth/Can'
import { useText } from '../../../i18n/use-text'
import { changesText } from './changes-text'

/** To the form that asks for a new organisation; the parent is chosen there. */
export function NewOrganisationButton() {
  const t = useText(changesText)
  const navigate = useNavigate()
  return (
    <Can permission="organisation_changes.prepare">
      <Button
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => void navigate({ to: '/organisations/changes/new', search: { kind: 'create' } })}
      >
        {t('new_organisation')}
      </Button>
    </Can>
  )
}
