import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Can } from '../../../auth/Can'
import { useText } from '../../../i18n/use-text'
import { changesText } from './changes-text'

export function NewChangeButton() {
  const t = useText(changesText)
  const navigate = useNavigate()
  return (
    <Can permission="organisation_changes.prepare">
      <Button type="primary" onClick={() => void navigate({ to: '/organisations/changes/new' })}>
        {t('new')}
      </Button>
    </Can>
  )
}
