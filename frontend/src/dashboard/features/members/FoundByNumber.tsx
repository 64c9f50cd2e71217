import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ProblemAlert } from '../../components/ProblemAlert'
import { useText } from '../../i18n/use-text'
import { lookUpMember } from '../../records/find-members'
import { identityFault, normaliseIdentityNumber } from '../../records/identity-number'
import { memberFormText } from './member-form-text'
import { membersText } from './members-text'

const PLACES = 18

/** What is said of an identity number in the search: how far it is, or whose it is. */
export function FoundByNumber({ typed }: { readonly typed: string }) {
  const t = useText(membersText)
  const f = useText(memberFormText)
  const number = normaliseIdentityNumber(typed)
  const fault = identityFault(number)
  if (fault === null) return <Found key={number} number={number} />
  const isBegun = number.length < PLACES
  return (
    <p role="status" className="soft">
      {isBegun ? t('number_begun') : f(`identity_${fault}`, { places: number.length })}
    </p>
  )
}

function Found({ number }: { readonly number: string }) {
  const t = useText(membersText)
  // Neither the number nor whose it is stays in the cache.
  const {
    mutate,
    data: member,
    error,
  } = useMutation({
    gcTime: 0,
    mutationFn: () => lookUpMember(number),
  })
  useEffect(() => mutate(), [mutate])
  if (error !== null) return <ProblemAlert error={error} onRetry={() => mutate()} />
  if (member === undefined) return <p role="status">{t('number_searching')}</p>
  if (member === null) return <p role="status">{t('number_none')}</p>
  return (
    <p role="status">
      {t('number_found')}
      <Link to="/members/$memberId" params={{ memberId: member.id }}>
        {member.name}
      </Link>
      <span className="soft">
        {' '}
        {member.organisation_name} {member.state === 'left' && t('left')}
      </span>
    </p>
  )
}
