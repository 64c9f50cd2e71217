import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../app/use-format'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { type AsOf, edgesQuery, timelineQuery } from '../organisation-queries'
import type { TimelineItem } from '../organisation-types'
import { EdgeTable } from './EdgeTable'
import { panelText } from './panel-text'
import './told.css'

interface TimelineTabProps {
  readonly id: string
  readonly asOf: AsOf
  readonly onChoose: (id: string) => void
}

/** What happened to the organisation, the latest first; what lies after the chosen day stands apart. */
export function TimelineTab({ id, asOf, onChoose }: TimelineTabProps) {
  const t = useText(panelText)
  const timeline = useQuery(timelineQuery(id))
  const { data: edges } = useQuery(edgesQuery(id))
  const items = timeline.data?.items ?? []
  const latestFirst = [...items].sort((one, other) => other.on.localeCompare(one.on))
  const empty = { title: t('timeline_empty'), hint: t('timeline_empty_hint') }
  return (
    <>
      <ListFace list={timeline} isEmpty={items.length === 0} empty={empty}>
        <ol className="org-timeline">
          {latestFirst.map((item) => (
            <TimelineEntry
              key={`${item.on} ${item.kind} ${item.title}`}
              item={item}
              isLater={asOf !== undefined && item.on > asOf}
            />
          ))}
        </ol>
      </ListFace>
      {edges !== undefined && edges.items.length > 0 && (
        <EdgeTable organisationId={id} edges={edges.items} onChoose={onChoose} />
      )}
    </>
  )
}

function TimelineEntry({ item, isLater }: { readonly item: TimelineItem; readonly isLater: boolean }) {
  const t = useText(panelText)
  const format = useFormat()
  const isPlanned = item.kind === 'planned' || item.kind === 'term_ends'
  return (
    <li className={isPlanned || isLater ? 'org-timeline-item org-timeline-open' : 'org-timeline-item'}>
      <span className="org-timeline-date">{format.date(item.on)}</span>
      <span className="org-timeline-what">
        <strong>{item.title}</strong>
        {item.detail !== '' && <p className="soft">{item.detail}</p>}
        {item.change_id !== null && (
          <Link to="/organisations/changes/$changeId" params={{ changeId: item.change_id }}>
            {t('see_change')}
            <span className="unseen">{item.title}</span>
          </Link>
        )}
      </span>
    </li>
  )
}
