import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import type { TalkKind } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { FollowsSelect } from './FollowsSelect'
import { talkFormText } from './talk-form-text'
import { holderQuery } from './talk-queries'
import { hasPart } from './talk-values'

/** Offered once it is known at which organisation earlier talks are looked for. */
export function FollowsField({ kind }: { readonly kind: TalkKind }) {
  const t = useText(talkFormText)
  const form = Form.useFormInstance()
  const organisation: string | undefined = Form.useWatch('organisation_id', form)
  const appointment: string | undefined = Form.useWatch('appointment_id', form)
  const { data: holder } = useQuery(holderQuery(appointment))
  if (!hasPart(kind, 'follows')) return null
  const at = kind === 'letter' ? organisation : holder?.organisation_id
  if (at === undefined) return null
  return (
    <Form.Item name="follows_id" label={t('follows')}>
      <FollowsSelect organisationId={at} />
    </Form.Item>
  )
}
