import { Link } from '@tanstack/react-router'
import type { TalkOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import type { ListColumn } from '../../components/ListTable'
import { useText } from '../../i18n/use-text'
import { TalkDue } from './TalkDue'
import { TalkStateTag } from './TalkStateTag'
import { talkKindsText } from './talk-states-text'
import { talksText } from './talks-text'

export function useTalkColumns(): readonly ListColumn<TalkOut>[] {
  const t = useText(talksText)
  const kinds = useText(talkKindsText)
  const format = useFormat()
  return [
    {
      key: 'title',
      title: t('talk'),
      render: (_, { id, title }) => (
        <Link to="/secretaries/talks/$talkId" params={{ talkId: id }} className="talk-title">
          {title}
        </Link>
      ),
    },
    { key: 'kind', title: t('kind'), render: (_, { kind }) => kinds(kind) },
    { key: 'due_on', title: t('due_on'), sortBy: 'due_on', render: (_, talk) => <TalkDue talk={talk} /> },
    { key: 'state', title: t('state'), render: (_, talk) => <TalkStateTag talk={talk} /> },
    {
      key: 'with',
      title: t('with'),
      render: (_, { name, addressee }) => name ?? addressee ?? <span className="soft">—</span>,
    },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    {
      key: 'held_on',
      title: t('held_on'),
      sortBy: 'held_on',
      render: (_, { held_on }) => format.date(held_on),
    },
    {
      key: 'talker',
      title: t('talker'),
      optional: true,
      render: (_, { talker }) => talker ?? '—',
    },
  ]
}
