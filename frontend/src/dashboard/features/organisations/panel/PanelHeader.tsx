import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useFormat } from '../../../app/use-format'
import { Can } from '../../../auth/Can'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { PathLink } from '../../../components/PathLink'
import { StatusTag } from '../../../components/StatusTag'
import { organisationKindsText } from '../../../i18n/organisation-kinds-text'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import { verbOf } from '../history-verbs'
import { isGone } from '../is-gone'
import { KindIcon } from '../KindIcon'
import type { AsOf } from '../organisation-queries'
import type { Organisation } from '../organisation-types'
import { organisationActionsText, organisationStatesText, organisationsText } from '../organisations-text'
import { unitQuery } from '../units/unit-queries'
import { Ancestors } from './Ancestors'
import { BackToOutline } from './BackToOutline'
import { PanelActions } from './PanelActions'

interface PanelHeaderProps {
  readonly organisation: Organisation
  readonly asOf: AsOf
  readonly onChoose: (id: string) => void
  readonly onStep: ((id: string, step: -1 | 1) => void) | undefined
  readonly onBack: (() => void) | undefined
}

export function PanelHeader({ organisation, asOf, onChoose, onStep, onBack }: PanelHeaderProps) {
  const t = useText(organisationsText)
  const words = useText(wordsText)
  const kinds = useText(organisationKindsText)
  const format = useFormat()
  const { id, kind, name, code, founded_on, dissolved_on } = organisation
  const isPage = onBack !== undefined
  const Heading = isPage ? 'h1' : 'h2'
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The panel has taken the page's place: reading goes on at its heading.
    if (isPage) heading.current?.focus({ preventScroll: true })
  }, [isPage])
  return (
    <header className="org-panel-header">
      {isPage && <title>{`${name} · ${words('product')}`}</title>}
      {isPage && <BackToOutline onBack={onBack} />}
      <Ancestors id={id} asOf={asOf} onChoose={onChoose} />
      <Heading ref={heading} className="org-panel-title" tabIndex={-1}>
        <KindIcon kind={kind} /> {name}
      </Heading>
      <dl className="org-panel-facts">
        <Fact label={t('kind')}>{kinds.code(kind)}</Fact>
        <Fact label={t('code')}>
          <span className="numeric">{code}</span>
        </Fact>
        <Fact label={t('founded_on')}>{format.date(founded_on)}</Fact>
        {organisation.unit_id !== null && <UnitFacts id={organisation.unit_id} />}
      </dl>
      {isGone(organisation, asOf) && (
        <StatusTag tone="neutral">{t('dissolved', { date: format.date(dissolved_on) })}</StatusTag>
      )}
      <div className="org-panel-actions">
        <Can permission="members.read">
          <PathLink path={membersPath(id, asOf)} className="org-panel-members">
            {t('see_members')}
          </PathLink>
        </Can>
        <PanelActions organisation={organisation} asOf={asOf} onStep={onStep} />
        <OrganisationHistory id={id} />
      </div>
    </header>
  )
}

function membersPath(id: string, asOf: AsOf): string {
  const day = asOf === undefined ? '' : `&as_of=${asOf}`
  return `/members?organisation_id=${id}${day}`
}

function UnitFacts({ id }: { readonly id: string }) {
  const t = useText(organisationsText)
  const { data: unit } = useQuery(unitQuery(id))
  if (unit === undefined) return null
  return (
    <>
      <Fact label={t('unit')}>{unit.name}</Fact>
      {unit.credit_code !== null && (
        <Fact label={t('credit_code')}>
          <span className="numeric">{unit.credit_code}</span>
        </Fact>
      )}
    </>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function OrganisationHistory({ id }: { readonly id: string }) {
  const action = useText(organisationActionsText)
  const state = useText(organisationStatesText)
  return (
    <HistoryButton
      path={`/api/v1/organisations/${id}/history`}
      names={{ action: (code) => action.code(verbOf(code)), state: state.code }}
    />
  )
}
