import { Link } from '@tanstack/react-router'
import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../../app/use-format'
import type { ListColumn } from '../../../components/ListTable'
import { postsText } from '../../../i18n/posts-text'
import { useText } from '../../../i18n/use-text'
import type { Nomination } from '../secretary-types'
import { NominationTag } from './NominationTag'
import { nominationsText } from './nominations-text'

type Column = ListColumn<Nomination>

export function useNominationColumns(): readonly Column[] {
  return [...useNomineeColumns(), ...useFurtherColumns()]
}

function useNomineeColumns(): readonly Column[] {
  const t = useText(nominationsText)
  const posts = useText(postsText)
  return [
    {
      key: 'name',
      title: t('nominee'),
      sortBy: 'name',
      render: (_, { id, name }) => (
        <Link to="/secretaries/nominations/$nominationId" params={{ nominationId: id }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      render: (_, nomination) => <NominationTag nomination={nomination} />,
    },
    { key: 'post', title: t('post'), render: (_, { post }) => posts(post) },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
  ]
}

function useFurtherColumns(): readonly Column[] {
  const t = useText(nominationsText)
  const format = useFormat()
  return [
    { key: 'kind', title: t('kind'), optional: true, render: (_, { kind }) => t(kind) },
    {
      key: 'batch',
      title: t('batch'),
      render: (_, { batch_id, batch_title }) =>
        batch_id === null ? (
          NOTHING
        ) : (
          <Link to="/secretaries/nominations" search={{ batch_id }}>
            {batch_title}
          </Link>
        ),
    },
    {
      key: 'take_office_on',
      title: t('take_office_on'),
      sortBy: 'take_office_on',
      render: (_, { take_office_on }) => format.date(take_office_on),
    },
    {
      key: 'full_time',
      title: t('full_or_part'),
      optional: true,
      render: (_, { full_time }) => t(full_time ? 'full_time' : 'part_time'),
    },
    {
      key: 'updated_at',
      title: t('updated_at'),
      sortBy: 'updated_at',
      optional: true,
      render: (_, { updated_at }) => format.dateTime(updated_at),
    },
  ]
}
