import { Link } from '@tanstack/react-router'
import type { MemberOut } from '@/shared/api/schema.gen'
import { NOTHING } from '@/shared/format/format'
import { useLocale } from '../../app/locale'
import { useFormat } from '../../app/use-format'
import { useText } from '../../i18n/use-text'
import { FactList } from './FactList'
import { joinedOn } from './joined-on'
import { membersText } from './members-text'
import { useCodeNames } from './use-code-names'

export function MemberFacts({ member }: { readonly member: MemberOut }) {
  return (
    <>
      <MembershipFacts member={member} />
      <PersonFacts member={member} />
    </>
  )
}

function MembershipFacts({ member }: { readonly member: MemberOut }) {
  const t = useText(membersText)
  const locale = useLocale()
  const format = useFormat()
  return (
    <FactList
      title={t('membership')}
      facts={[
        {
          label: t('branch'),
          value: (
            <Link to="/organisations" search={{ selected: member.organisation_id }}>
              {member.organisation_name}
            </Link>
          ),
        },
        { label: t('group'), value: member.group_name ?? NOTHING },
        { label: t('joined_on'), value: joinedOn(member, locale, format) },
        { label: t('full_on'), value: format.date(member.full_on) },
        { label: t('standing'), value: t(member.standing) },
        { label: t('service'), value: t(member.service) },
      ]}
    />
  )
}

function PersonFacts({ member }: { readonly member: MemberOut }) {
  const t = useText(membersText)
  const format = useFormat()
  const names = useCodeNames()
  return (
    <FactList
      title={t('person')}
      facts={[
        { label: t('sex'), value: member.sex === null ? NOTHING : t(member.sex) },
        { label: t('birth_on'), value: format.date(member.birth_on) },
        { label: t('age'), value: member.age ?? NOTHING },
        { label: t('nationality'), value: names.nationality(member.nationality) },
        { label: t('education'), value: names.education(member.education) },
      ]}
    />
  )
}
