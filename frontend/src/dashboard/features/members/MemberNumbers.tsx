import { Button } from 'antd'
import type { MemberOut } from '@/shared/api/schema.gen'
import { NOTHING } from '@/shared/format/format'
import { ConfirmButton } from '../../components/ConfirmButton'
import { useText } from '../../i18n/use-text'
import { FactList } from './FactList'
import { memberFormText } from './member-form-text'
import { memberActionsText, membersText } from './members-text'
import { useRevealed } from './use-revealed'

/** Masked numbers; in full for a minute after somebody has said why. */
export function MemberNumbers({ member }: { readonly member: MemberOut }) {
  const t = useText(membersText)
  const form = useText(memberFormText)
  const acts = useText(memberActionsText)
  const { numbers, secondsLeft, reveal, hide } = useRevealed(member.id)
  const { identity_number, phone } = numbers ?? member
  return (
    <>
      <FactList
        title={form('numbers')}
        facts={[
          {
            label: t('identity_number'),
            value: <span className="members-number">{identity_number ?? NOTHING}</span>,
          },
          { label: t('phone'), value: <span className="members-number">{phone ?? NOTHING}</span> },
        ]}
      />
      {numbers === null && member.allowed_actions.includes('reveal') && (
        <ConfirmButton
          label={acts('reveal')}
          title={`${acts('reveal')} · ${member.name}`}
          description={acts('reveal_hint')}
          reason="required"
          type="default"
          onConfirm={reveal}
        />
      )}
      <span role="status" className="unseen">
        {numbers !== null && acts('revealed_once')}
      </span>
      {numbers !== null && (
        <p className="members-revealed">
          <span className="soft numeric">{acts('revealed', { seconds: secondsLeft })}</span>
          <Button size="small" onClick={hide}>
            {acts('hide')}
          </Button>
        </p>
      )}
    </>
  )
}
