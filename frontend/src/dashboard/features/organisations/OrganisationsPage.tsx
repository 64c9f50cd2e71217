import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useSettings } from '../../app/settings-query'
import { useMedia } from '../../app/use-media'
import { useCan, useMe } from '../../auth/session-query'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { AsOfBanner } from './AsOfBanner'
import { NewOrganisationButton } from './changes/NewOrganisationButton'
import { ImportLink } from './ImportLink'
import { OrganisationsNav } from './OrganisationsNav'
import { outlineQuery } from './organisation-queries'
import { type ChangeSearch, dayOf, type OrganisationsSearch } from './organisations-search'
import { organisationsText } from './organisations-text'
import { OutlinePane } from './outline/OutlinePane'
import { OutlineToolbar } from './outline/OutlineToolbar'
import { buildOutline, neighbouringPlace } from './outline/outline-model'
import { useOutlineOpen } from './outline/use-outline-open'
import { useReorder } from './outline/use-reorder'
import { OrganisationPanel } from './panel/OrganisationPanel'
import './organisations.css'
import './outline/outline.css'

interface OrganisationsPageProps {
  readonly search: OrganisationsSearch
  readonly onSearch: ChangeSearch
}

const NO_ITEMS = [] as const
/** Where the outline and the panel do not fit side by side. */
const STACKED = '(max-width: 959px)'

/** The outline on the left and what is chosen on the right; one after the other where it is narrow. */
export function OrganisationsPage({ search, onSearch }: OrganisationsPageProps) {
  const { today } = useSettings()
  const me = useMe()
  const isNarrow = useMedia(STACKED)
  const asOf = dayOf(search)
  const list = useQuery(outlineQuery(asOf))
  const outline = useMemo(() => buildOutline(list.data?.items ?? NO_ITEMS), [list.data])
  const { open, toggle, reveal } = useOutlineOpen(outline, search.selected)
  const [text, setText] = useState('')
  const order = useOrder(outline, asOf)

  const choose = (id: string) => {
    reveal(id)
    onSearch({ selected: id })
  }
  const shownId = search.selected ?? (isNarrow ? undefined : me.assignment?.organisation_id)
  const panel = shownId !== undefined && (
    <OrganisationPanel
      key={shownId}
      id={shownId}
      asOf={asOf}
      tab={search.tab}
      onTab={(tab) => onSearch({ tab })}
      onChoose={choose}
      onStep={order?.step}
      {...(isNarrow && { onBack: () => onSearch({ selected: undefined, tab: undefined }) })}
    />
  )
  const banner = asOf !== undefined && (
    <AsOfBanner day={asOf} onToday={() => onSearch({ as_of: undefined })} />
  )
  if (isNarrow && panel !== false) {
    return (
      <div className="page org-narrow-panel">
        {banner}
        {panel}
      </div>
    )
  }
  return (
    <div className="page org-page">
      <Header />
      <OutlineToolbar
        text={text}
        onText={setText}
        asOf={asOf}
        today={today}
        onAsOf={(day) => onSearch({ as_of: day === today ? undefined : day })}
        canReorder={order !== undefined}
      />
      {banner}
      <div className="org-split">
        <OutlinePane
          list={list}
          outline={outline}
          open={open}
          text={text.trim()}
          selectedId={shownId}
          asOf={asOf}
          onToggle={toggle}
          onChoose={choose}
          onReorder={order?.put}
          onStep={order?.step}
        />
        {!isNarrow && <div className="org-panel-pane">{panel}</div>}
      </div>
    </div>
  )
}

function Header() {
  const t = useText(organisationsText)
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ImportLink>{t('import')}</ImportLink>
            <NewOrganisationButton />
          </>
        }
      />
      <OrganisationsNav />
    </>
  )
}

/** Changes of the protocol order; undefined for the past and for those who may not. */
function useOrder(outline: ReturnType<typeof buildOutline>, asOf: string | undefined) {
  const can = useCan()
  const reorder = useReorder()
  if (!can('organisations.write') || asOf !== undefined) return undefined
  const put = (id: string, place: number) => reorder.mutate({ id, place })
  const step = (id: string, by: -1 | 1) => {
    const place = neighbouringPlace(outline, id, by)
    if (place !== null && !reorder.isPending) put(id, place)
  }
  return { put, step }
}
