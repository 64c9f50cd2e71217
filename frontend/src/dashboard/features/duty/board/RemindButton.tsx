import { App } from 'antd'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import type { DutyBoardRowOut } from '../duty-types'
import { useRemind } from './board-queries'
import { isOwed } from './board-search'
import { boardText } from './board-text'

interface RemindButtonProps {
  readonly roundId: string
  readonly items: readonly DutyBoardRowOut[]
  /** Participants; everybody who owes a report while none is chosen. */
  readonly chosen: readonly string[]
  readonly onDone: () => void
}

const NAMED = 5

/** Reminds those who owe a report, and says who could not be. */
export function RemindButton({ roundId, items, chosen, onDone }: RemindButtonProps) {
  const t = useText(boardText)
  const { message, modal } = App.useApp()
  const remind = useRemind(roundId)
  const owing = items.filter(isOwed).length
  const count = chosen.length === 0 ? owing : chosen.length
  if (owing === 0) return null

  const nameOf = (id: string) =>
    items.find(({ organisation_id }) => organisation_id === id)?.organisation_name ?? id
  const tell = (without: readonly string[], done: string) => {
    if (without.length === 0) {
      void message.success(done)
      return
    }
    const more = without.length > NAMED ? t('and_more') : ''
    const names = without.slice(0, NAMED).map(nameOf).join('、') + more
    modal.info({ title: done, content: t('reminded_nobody', { count: without.length, names }) })
  }
  return (
    <ConfirmButton
      label={chosen.length === 0 ? t('remind_all', { count }) : t('remind_chosen', { count })}
      title={t('remind_title', { count })}
      description={t('remind_text')}
      onConfirm={async () => {
        const { reminded, already, without_account } = await remind.mutateAsync(
          chosen.length === 0 ? null : chosen,
        )
        const done = [
          t('reminded_done', { count: reminded }),
          ...(already > 0 ? [t('reminded_already', { count: already })] : []),
        ]
        onDone()
        tell(without_account, done.join(' · '))
      }}
    />
  )
}
