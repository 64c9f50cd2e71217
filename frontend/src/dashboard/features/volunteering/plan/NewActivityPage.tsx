import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { volunteeringText } from '../volunteering-text'
import { BlankForm } from './BlankForm'
import { EarlierForm } from './EarlierForm'
import type { NewActivitySearch } from './plan-search'
import { planText } from './plan-text'
import '../volunteering.css'
import './plan.css'

/** A new activity: from an earlier one in a minute, or from scratch. */
export function NewActivityPage({ search }: { readonly search: NewActivitySearch }) {
  const t = useText(planText)
  const words = useText(volunteeringText)
  const navigate = useNavigate()
  const isBlank = search.way === 'blank'
  const choose = (way: string) =>
    void navigate({
      to: '/volunteering/activities/new',
      search: way === 'blank' ? { way } : { from: search.from },
      replace: true,
    })
  return (
    <div className="page page-narrow">
      <PageHeader title={t('title')} parent={{ to: '/volunteering', label: words('title') }} />
      <Segmented
        aria-label={t('way')}
        className="vol-way"
        value={isBlank ? 'blank' : 'earlier'}
        options={[
          { value: 'earlier', label: t('way_earlier') },
          { value: 'blank', label: t('way_blank') },
        ]}
        onChange={choose}
      />
      {isBlank ? <BlankForm /> : <EarlierForm from={search.from} />}
    </div>
  )
}
