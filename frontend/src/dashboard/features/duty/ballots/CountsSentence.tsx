import { Alert } from 'antd'
import type { BallotCountsOut } from '@/shared/api/schema.gen'
import { useText } from '../../../i18n/use-text'
import { ballotsText } from './ballots-text'
import { addsUp } from './session-counts'

/** That the counts add up, in words; loudly where they do not. */
export function CountsSentence({ counts }: { readonly counts: BallotCountsOut }) {
  const t = useText(ballotsText)
  const { issued, used, unused, voided, envelopes } = counts
  const values = { issued, used, unused, voided, envelopes }
  if (!addsUp(counts)) return <Alert type="warning" showIcon title={t('differs', values)} />
  return <p className="soft">{t('adds_up', values)}</p>
}
