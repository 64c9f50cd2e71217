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
      <Detail label={t('reason')}>{reason}</Detail>
    </dl>
  )
}

function PayloadDetails({ change: { kind, payload } }: { readonly change: Change }) {
  const t = useText(changesText)
  const kinds = useText(organisationKindsText)
  const format = useFormat()
  return (
    <>
      {payload.kind !== undefined && <Detail label={t('new_kind')}>{kinds.code(payload.kind)}</Detail>}
      {payload.name !== undefined && (
        <Detail label={t(kind === 'rename' ? 'new_name' : 'name')}>{payload.name}</Detail>
      )}
      {payload.code && <Detail label={t('code_plain')}>{payload.code}</Detail>}
      {payload.unit_id && (
        <Detail label={t('unit_plain')}>
          <UnitName id={payload.unit_id} />
        </Detail>
      )}
      {payload.founded_on && <Detail label={t('founded_plain')}>{format.date(payload.founded_on)}</Detail>}
      {kind === 'move' && payload.parent_id !== undefined && (
        <Detail label={t('new_parent')}>
          <OrganisationName id={payload.parent_id} />
        </Detail>
      )}
      {payload.into_id !== undefined && (
        <Detail label={t('into')}>
          <OrganisationName id={payload.into_id} />
        </Detail>
      )}
      {payload.operation !== undefined && (
        <Detail label={t('operation')}>{t(`operation_${payload.operation}`)}</Detail>
      )}
      {payload.guide_id !== undefined && (
        <Detail label={t('guide')}>
          <OrganisationName id={payload.guide_id} />
        </Detail>
      )}
      {(payload.new ?? []).map((part, index) => (
        <Detail key={part.name} label={t('part', { number: index + 1 })}>
          {part.name} <span className="soft">{kinds.code(part.kind)}</span>
          <p className="soft">
            {t('part_takes', { children: part.child_ids.length, members: part.member_ids.length })}
          </p>
        </Detail>
      ))}
    </>
  )
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
