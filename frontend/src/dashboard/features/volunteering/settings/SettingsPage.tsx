import { Can } from '../../../auth/Can'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { VolunteeringTabs } from '../VolunteeringTabs'
import { ExcludedWords } from './ExcludedWords'
import { Seal } from './Seal'
import { settingsText } from './settings-text'
import '../plan/plan.css'
import './settings.css'

/** What holds for all activities and certificates. */
export function SettingsPage() {
  const t = useText(settingsText)
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <VolunteeringTabs />
      <div className="vol-settings">
        <ExcludedWords />
        <Can permission="certificates.issue">
          <Seal />
        </Can>
      </div>
    </div>
  )
}
