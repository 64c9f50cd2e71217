import { Link } from '@tanstack/react-router'
import type { MemberOut } from '@/shared/api/schema.gen'
import { NOTHING } from '@/shared/format/format'
import { useLocale } from '../../app/locale'
import { useFormat } from '../../app/use-format'
import type { ListColumn } from '../../components/ListTable'
import { useText } from '../../i18n/use-text'
import { joinedOn } from './joined-on'
import { MemberStateTag } from './MemberStateTag'
import { membersText } from './members-text'
import { useCodeNames } from './use-code-names'

type Column = ListColumn<MemberOut>

export function useMemberColumns(): readonly Column[] {
  return [...usePersonColumns(), ...useMembershipColumns(), ...useNumberColumns()]
}

function usePersonColumns(): readonly Column[] {
  const t = useText(membersText)
  const format = useFormat()
  const names = useCodeNames()
  return [
    {
      key: 'name',
      title: t('name'),
      sortBy: 'name',
      fixed: 'left',
      render: (_, { id, name }) => (
        <Link to="/members/$memberId" params={{ memberId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'sex', title: t('sex'), render: (_, { sex }) => (sex === null ? NOTHING : t(sex)) },
    { key: 'age', title: t('age'), numeric: true, render: (_, { age }) => age ?? NOTHING },
    {
      key: 'birth_on',
      title: t('birth_on'),
      sortBy: 'birth_on',
      optional: true,
      render: (_, { birth_on }) => format.date(birth_on),
    },
    {
      key: 'nationality',
      title: t('nationality'),
      optional: true,
      render: (_, row) => names.nationality(row.nationality),
    },
    { key: 'education', title: t('education'), render: (_, row) => names.education(row.education) },
  ]
}

function useMembershipColumns(): readonly Column[] {
  const t = useText(membersText)
  const locale = useLocale()
  const format = useFormat()
  return [
    { key: 'branch', title: t('branch'), dataIndex: 'organisation_name' },
    { key: 'group', title: t('group'), render: (_, { group_name }) => group_name ?? NOTHING },
    {
      key: 'joined_on',
      title: t('joined_on'),
      sortBy: 'joined_on',
      render: (_, member) => joinedOn(member, locale, format),
    },
    {
      key: 'full_on',
      title: t('full_on'),
      optional: true,
      render: (_, { full_on }) => format.date(full_on),
    },
    { key: 'standing', title: t('standing'), render: (_, { standing }) => t(standing) },
    { key: 'service', title: t('service'), render: (_, { service }) => t(service) },
    {
      key: 'state',
      title: t('state'),
      optional: true,
      render: (_, member) => <MemberStateTag member={member} />,
    },
  ]
}

function useNumberColumns(): readonly Column[] {
  const t = useText(membersText)
  return [
    {
      key: 'identity_number',
      title: t('identity_number'),
      optional: true,
      className: 'members-number',
      render: (_, { identity_number }) => identity_number ?? NOTHING,
    },
    {
      key: 'phone',
      title: t('phone'),
      optional: true,
      className: 'members-number',
      render: (_, { phone }) => phone ?? NOTHING,
    },
  ]
}
