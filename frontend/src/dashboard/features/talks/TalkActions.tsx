import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import type { TalkAction, TalkOut } from '@/shared/api/schema.gen'
import { useCan } from '../../auth/session-query'
import { ConfirmButton } from '../../components/ConfirmButton'
import { useText } from '../../i18n/use-text'
import { AcknowledgeButton } from './AcknowledgeButton'
import { HoldButton } from './HoldButton'
import { RejectButton } from './RejectButton'
import { SendButton } from './SendButton'
import { talkActionsText } from './talk-actions-text'
import { useActOnTalk } from './talk-queries'
import { talksText } from './talks-text'

/** The acts that the server allows now. */
export function TalkActions({ talk }: { readonly talk: TalkOut }) {
  const { kind, allowed_actions: allowed } = talk
  const isSent = kind === 'letter' || kind === 'inquiry'
  const may = (action: TalkAction) => allowed.includes(action)
  return (
    <>
      {may('hold') && (isSent ? <SendButton talk={talk} /> : <HoldButton talk={talk} />)}
      {may('acknowledge') && <AcknowledgeButton talk={talk} />}
      {may('open_rectification') && <StepButton action="open_rectification" talk={talk} />}
      {may('submit') && <StepButton action="submit" talk={talk} />}
      {may('verify') && <StepButton action="verify" talk={talk} />}
      {may('reject') && <RejectButton talk={talk} />}
      {may('hold') && <EditLink talk={talk} />}
      {may('cancel') && <StepButton action="cancel" talk={talk} />}
      <LetterLink talk={talk} />
    </>
  )
}

const PRIMARY: readonly TalkAction[] = ['open_rectification', 'submit', 'verify']

interface StepButtonProps {
  readonly action: 'open_rectification' | 'submit' | 'verify' | 'cancel'
  readonly talk: TalkOut
}

function StepButton({ action, talk }: StepButtonProps) {
  const t = useText(talkActionsText)
  const { message } = App.useApp()
  const act = useActOnTalk(talk.id)
  return (
    <ConfirmButton
      label={t(action)}
      title={t(`${action}_title`, { title: talk.title })}
      description={t(`${action}_text`)}
      reason={action === 'cancel' ? 'required' : 'none'}
      danger={action === 'cancel'}
      {...(PRIMARY.includes(action) && { type: 'primary' as const })}
      onConfirm={async (reason) => {
        await act.mutateAsync({ action, ...(reason !== '' && { reason }) })
        void message.success(t(`${action}_done`))
      }}
    />
  )
}

function EditLink({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talksText)
  return (
    <Link to="/secretaries/talks/$talkId/edit" params={{ talkId: talk.id }} tabIndex={-1}>
      <Button>{t('edit')}</Button>
    </Link>
  )
}

/** What came of a talk can be told to the leading group. */
function LetterLink({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talksText)
  const can = useCan()
  const { kind, state, organisation_id } = talk
  const isOver = state !== 'scheduled' && state !== 'cancelled'
  if (!can('talks.write') || !isOver || kind === 'letter' || kind === 'appointment') return null
  return (
    <Link
      to="/secretaries/talks/new"
      search={{ kind: 'letter', organisation_id, follows_id: talk.id }}
      tabIndex={-1}
    >
      <Button>{t('write_letter')}</Button>
    </Link>
  )
}
