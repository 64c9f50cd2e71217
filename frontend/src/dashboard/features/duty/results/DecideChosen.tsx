import { App } from 'antd'
import type { DutyResultOut } from '@/shared/api/schema.gen'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import { useDecideAsProposed } from './result-queries'
import { resultsText } from './results-text'

const KEY = 'deciding'

interface DecideChosenProps {
  readonly chosen: readonly DutyResultOut[]
  readonly onDone: () => void
}

/** Decides what is chosen as proposed, and says how far it is. */
export function DecideChosen({ chosen, onDone }: DecideChosenProps) {
  const t = useText(resultsText)
  const { message } = App.useApp()
  const decide = useDecideAsProposed()
  const count = chosen.length
  const tell = (done: number) =>
    message.open({
      key: KEY,
      type: 'loading',
      content: t('decide_progress', { done, all: count }),
      duration: 0,
    })
  return (
    <ConfirmButton
      label={t('decide_chosen', { count })}
      title={t('decide_chosen_title', { count })}
      description={t('decide_text')}
      type="primary"
      disabled={count === 0}
      onConfirm={async () => {
        try {
          const done = await decide.mutateAsync({ results: chosen, onDone: tell })
          void message.success({ key: KEY, content: t('decide_chosen_done', { count: done }) })
          onDone()
        } catch (error) {
          message.destroy(KEY)
          throw error
        }
      }}
    />
  )
}
