import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useFormat } from '../../../app/use-format'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { postsText } from '../../../i18n/posts-text'
import { useText } from '../../../i18n/use-text'
import { type AsOf, secretariesQuery } from '../organisation-queries'
import type { Secretary } from '../organisation-types'
import { organisationsText } from '../organisations-text'
import { panelText } from './panel-text'

interface SecretariesTabProps {
  readonly id: string
  readonly asOf: AsOf
  readonly onChoose: (id: string) => void
}

export function SecretariesTab({ id, asOf, onChoose }: SecretariesTabProps) {
  const t = useText(panelText)
  const words = useText(organisationsText)
  const posts = useText(postsText)
  const format = useFormat()
  const columns: readonly ListColumn<Secretary>[] = [
    {
      key: 'name',
      title: t('secretary_name'),
      render: (_, { id: secretaryId, name }) => (
        <Link to="/secretaries/$secretaryId" params={{ secretaryId }}>
          {name}
        </Link>
      ),
    },
    { key: 'post', title: t('secretary_post'), render: (_, { post }) => posts.code(post) },
    {
      key: 'organisation',
      title: t('secretary_where'),
      ellipsis: true,
      render: (_, { organisation_id, organisation_name }) => (
        <Button type="link" size="small" className="org-cell-link" onClick={() => onChoose(organisation_id)}>
          {organisation_name}
        </Button>
      ),
    },
    {
      key: 'full_time',
      title: t('secretary_kind'),
      optional: true,
      render: (_, { full_time }) => t(full_time ? 'full_time' : 'part_time'),
    },
    { key: 'from_on', title: t('secretary_since'), render: (_, { from_on }) => format.date(from_on) },
  ]
  return (
    <ListTable
      name="organisation-secretaries"
      label={words('tab_secretaries')}
      query={secretariesQuery(id, asOf)}
      columns={columns}
      empty={{ title: t('secretaries_empty'), hint: t('secretaries_empty_hint') }}
    />
  )
}
