import { usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { Badge } from 'antd'
import type { ReactNode } from 'react'
import { useCan } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { isGone } from '../is-gone'
import { type AsOf, adviceQuery, organisationQuery, summaryQuery } from '../organisation-queries'
import { organisationsText } from '../organisations-text'
import { TermTab } from '../terms/TermTab'
import { AdviceTab } from './AdviceTab'
import { BackToOutline } from './BackToOutline'
import { OverviewTab } from './OverviewTab'
import { PanelHeader } from './PanelHeader'
import { PanelTabs } from './PanelTabs'
import { SecretariesTab } from './SecretariesTab'
import { TimelineTab } from './TimelineTab'
import './panel.css'

interface OrganisationPanelProps {
  readonly id: string
  readonly asOf: AsOf
  readonly tab: string | undefined
  readonly onTab: (tab: string) => void
  readonly onChoose: (id: string) => void
  readonly onStep: ((id: string, step: -1 | 1) => void) | undefined
  /** Back to the outline, where the panel fills the page. */
  readonly onBack?: () => void
}

const FIRST_TAB = 'overview'

/** What is known about one organisation as of a day. */
export function OrganisationPanel({
  id,
  asOf,
  tab,
  onTab,
  onChoose,
  onStep,
  onBack,
}: OrganisationPanelProps) {
  const t = useText(organisationsText)
  const can = useCan()
  const organisation = useQuery(organisationQuery(id, asOf))
  usePrefetchQuery(summaryQuery(id, asOf))
  const { data } = organisation
  const part = (key: 'overview' | 'advice' | 'term' | 'timeline' | 'secretaries', content: ReactNode) => ({
    key,
    label: key === 'advice' ? <AdviceLabel id={id} asOf={asOf} /> : t(`tab_${key}`),
    content,
  })
  const tabs = [
    part('overview', data !== undefined && <OverviewTab id={id} asOf={asOf} isGone={isGone(data, asOf)} />),
    part('advice', <AdviceTab id={id} asOf={asOf} />),
    part('term', data !== undefined && <TermTab organisation={data} asOf={asOf} />),
    part('timeline', <TimelineTab id={id} asOf={asOf} onChoose={onChoose} />),
    ...(can('secretaries.read')
      ? [part('secretaries', <SecretariesTab id={id} asOf={asOf} onChoose={onChoose} />)]
      : []),
  ]
  const shown = tabs.some(({ key }) => key === tab) ? tab : FIRST_TAB
  return (
    <>
      {data === undefined && onBack !== undefined && <BackToOutline onBack={onBack} />}
      <ListFace list={organisation} isEmpty={false} empty={{ title: '' }}>
        {data !== undefined && (
          <article className="org-panel" aria-label={data.name}>
            <PanelHeader
              organisation={data}
              asOf={asOf}
              onChoose={onChoose}
              onStep={onStep}
              onBack={onBack}
            />
            <PanelTabs label={data.name} tabs={tabs} shown={shown ?? FIRST_TAB} onShow={onTab} />
          </article>
        )}
      </ListFace>
    </>
  )
}

function AdviceLabel({ id, asOf }: { readonly id: string; readonly asOf: AsOf }) {
  const t = useText(organisationsText)
  const { data } = useQuery(adviceQuery(id, asOf))
  const count = data?.items.length ?? 0
  return (
    <span className="org-tab-label">
      {t('tab_advice')}
      {count > 0 && <Badge count={count} color="var(--ink-soft)" size="small" />}
    </span>
  )
}
