import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormat } from '../../../app/use-format'
import { organisationNameQuery } from '../../../components/organisation-options-query'
import { organisationKindsText } from '../../../i18n/organisation-kinds-text'
import { useText } from '../../../i18n/use-text'
import { unitQuery } from '../units/unit-queries'
import type { Change } from './change-types'
import { changeKindsText, changesText } from './changes-text'

/** What is asked for, in words instead of ids. */
export function ChangeDetails({ change }: { readonly change: Change }) {
  const t = useText(changesText)
  const kinds = useText(changeKindsText)
  const format = useFormat()
  const { kind, organisation_id, organisation_name, effective_on, reason } = change
  return (
    <dl className="org-details">
      <Detail label={t('kind')}>{kinds(kind)}</Detail>
      <Detail label={kind === 'create' ? t('parent') : t('organisation')}>
        <OrganisationLink id={organisation_id} name={organisation_name} />
      </Detail>
      <PayloadDetails change={change} />
      <Detail label={t('effective_on')}>{format.date(effective_on)}</Detail>
      <div className="org-details-reason">
        <dt>{t('reason')}</dt>
        <dd>{reason}</dd>
      </div>
    </dl>
  )
}

function PayloadDetails({ change }: { readonly change: Change }) {
  return (
    <>
      <NewOrganisation change={change} />
      <OtherSide change={change} />
      <Parts change={change} />
    </>
  )
}

/** What a new organisation will be, or how one will be called. */
function NewOrganisation({ change: { kind, payload } }: { readonly change: Change }) {
  const t = useText(changesText)
  const kinds = useText(organisationKindsText)
  const format = useFormat()
  return (
    <>
      {payload.kind && <Detail label={t('new_kind')}>{kinds(payload.kind)}</Detail>}
      {payload.name && <Detail label={t(kind === 'rename' ? 'new_name' : 'name')}>{payload.name}</Detail>}
      {payload.code && <Detail label={t('code_plain')}>{payload.code}</Detail>}
      {payload.unit_id && (
        <Detail label={t('unit_plain')}>
          <UnitName id={payload.unit_id} />
        </Detail>
      )}
      {payload.founded_on && <Detail label={t('founded_plain')}>{format.date(payload.founded_on)}</Detail>}
    </>
  )
}

const OTHERS = { move: 'new_parent', merge: 'into', guidance: 'guide' } as const

/** The other organisation of a move, a merger or guidance. */
function OtherSide({ change: { kind, payload } }: { readonly change: Change }) {
  const t = useText(changesText)
  if (kind !== 'move' && kind !== 'merge' && kind !== 'guidance') return null
  const id = payload.into_id ?? payload.guide_id ?? payload.parent_id
  return (
    <>
      {payload.operation && <Detail label={t('operation')}>{t(`operation_${payload.operation}`)}</Detail>}
      {id && (
        <Detail label={t(OTHERS[kind])}>
          <OrganisationName id={id} />
        </Detail>
      )}
    </>
  )
}

function Parts({ change: { payload } }: { readonly change: Change }) {
  const t = useText(changesText)
  const kinds = useText(organisationKindsText)
  return (payload.new ?? []).map(({ name, kind, child_ids, member_ids }, index) => (
    <Detail key={name} label={t('part', { number: index + 1 })}>
      {name} <span className="soft">{kinds(kind)}</span>
      <p className="soft">
        {t('part_takes', { children: child_ids?.length ?? 0, members: member_ids?.length ?? 0 })}
      </p>
    </Detail>
  ))
}

function Detail({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function OrganisationName({ id }: { readonly id: string }) {
  const { data } = useQuery(organisationNameQuery(id))
  return <OrganisationLink id={id} name={data?.name ?? '…'} />
}

function OrganisationLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Link to="/organisations" search={{ selected: id }}>
      {name}
    </Link>
  )
}

function UnitName({ id }: { readonly id: string }) {
  const { data } = useQuery(unitQuery(id))
  return data?.name ?? '…'
}
