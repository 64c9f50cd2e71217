import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { earlierActivitiesQuery } from '../activities/activity-queries'
import { volunteeringText } from '../volunteering-text'
import { BlankForm } from './BlankForm'
import { EarlierForm } from './EarlierForm'
import type { NewActivitySearch } from './plan-search'
import { planText } from './plan-text'
import '../volunteering.css'
import './plan.css'

/** A new activity: from an earlier one in a minute, or from scratch, as the very first is. */
export function NewActivityPage({ search }: { readonly search: NewActivitySearch }) {
  const t = useText(planText)
  const words = useText(volunteeringText)
  const navigate = useNavigate()
  const earlier = useQuery(earlierActivitiesQuery('latest', ''))
  const isFirst = search.from === undefined && earlier.data?.items.length === 0
  const isBlank = search.way === 'blank' || isFirst
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
          { value: 'earlier', label: t('way_earlier'), disabled: isFirst },
          { value: 'blank', label: t('way_blank') },
        ]}
        onChange={choose}
      />
      {isBlank ? <BlankForm /> : <EarlierForm from={search.from} />}
    </div>
  )
}
