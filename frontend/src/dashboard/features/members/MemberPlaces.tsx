import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { MembershipOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { ListFace } from '../../components/ListFace'
import { useText } from '../../i18n/use-text'
import { membershipsQuery } from './members-query'
import { membersText } from './members-text'

/** Where the member has belonged, latest first. */
export function MemberPlaces({ id }: { readonly id: string }) {
  const t = useText(membersText)
  const list = useQuery(membershipsQuery(id))
  const places = list.data?.items ?? []
  return (
    <section className="members-section" aria-label={t('memberships')}>
      <h2>{t('memberships')}</h2>
      <ListFace list={list} isEmpty={places.length === 0} empty={{ title: t('memberships_empty') }}>
        <ol className="members-places">
          {places.map((place) => (
            <Place key={place.id} place={place} />
          ))}
        </ol>
        {places.some(({ valid_to }) => valid_to !== null) && <p className="soft">{t('to_excluded')}</p>}
      </ListFace>
    </section>
  )
}

function Place({ place }: { readonly place: MembershipOut }) {
  const t = useText(membersText)
  const format = useFormat()
  const { organisation_id, organisation_name, group_name, valid_from, valid_to } = place
  const from = format.date(valid_from)
  return (
    <li className={valid_to === null ? 'members-place members-place-now' : 'members-place'}>
      <p className="soft">
        {valid_to === null
          ? t('from_until_now', { from })
          : t('from_to', { from, to: format.date(valid_to) })}
      </p>
      <p>
        <Link to="/organisations" search={{ selected: organisation_id }}>
          {organisation_name}
        </Link>
      </p>
      {group_name !== null && <p className="soft">{group_name}</p>}
    </li>
  )
}
