import { useFormat } from '../../../app/use-format'
import { StackedBar } from '../../../charts/StackedBar'
import { useText } from '../../../i18n/use-text'
import type { MembersSummary } from '../organisation-types'
import { FigureSection } from './FigureSection'
import { panelText } from './panel-text'

interface MembersFiguresProps {
  readonly members: MembersSummary
  /** Dissolved: nobody is to be expected there. */
  readonly isGone: boolean
}

export function MembersFigures({ members, isGone }: MembersFiguresProps) {
  const t = useText(panelText)
  if (members.total === 0) {
    return (
      <div className="face org-overview-face">
        <p className="face-title">{t(isGone ? 'no_members_left' : 'no_members')}</p>
        <p className="soft">{t(isGone ? 'no_members_left_hint' : 'no_members_hint')}</p>
      </div>
    )
  }
  const { in_service, retired } = members
  return (
    <FigureSection title={t('members')} total={members.total}>
      <StackedBar
        parts={[
          { key: 'in_service', label: t('in_service'), value: in_service },
          { key: 'retired', label: t('retired'), value: retired },
        ]}
      />
      <dl className="org-fact-row">
        <Share
          label={t('under_45')}
          value={members.in_service_under_45}
          of={in_service}
          whole="of_in_service"
        />
        <Share
          label={t('with_degree')}
          value={members.in_service_with_degree}
          of={in_service}
          whole="of_in_service"
        />
        <Share label={t('women')} value={members.women} of={members.total} whole="of_members" />
        <Share label={t('minority')} value={members.minority} of={members.total} whole="of_members" />
        <Share label={t('probationary')} value={members.probationary} of={members.total} whole="of_members" />
      </dl>
    </FigureSection>
  )
}

interface ShareProps {
  readonly label: string
  readonly value: number
  readonly of: number
  readonly whole: 'of_in_service' | 'of_members'
}

function Share({ label, value, of, whole }: ShareProps) {
  const t = useText(panelText)
  const format = useFormat()
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {format.number(value)}
        {of > 0 && <span className="soft">{t(whole, { share: format.percent(value, of) })}</span>}
      </dd>
    </div>
  )
}
