import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { Choice } from '../../components/use-choice'
import { useText } from '../../i18n/use-text'
import { volunteeringText } from './volunteering-text'

interface ChooseAllProps<Row> {
  readonly choice: Choice<Row>
  readonly readAll: () => Promise<readonly Row[]>
}

/** Chooses every row of a long list, or none; left out where the table shows all that there are. */
export function ChooseAll<Row>({ choice: { beyond, chosen, choose }, readAll }: ChooseAllProps<Row>) {
  const t = useText(volunteeringText)
  const { message } = App.useApp()
  const read = useMutation({
    mutationFn: readAll,
    onSuccess: choose,
    onError: () => void message.error(t('choose_all_failed')),
  })
  if (chosen.length > 0) return <Button onClick={() => choose([])}>{t('choose_none')}</Button>
  if (beyond === null) return null
  return (
    <Button loading={read.isPending} onClick={() => read.mutate()}>
      {t('choose_all', { count: beyond })}
    </Button>
  )
}
