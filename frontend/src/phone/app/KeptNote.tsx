import { checkInText } from './check-in-text'
import type { Kept } from './kept-answer'
import { useFormat } from './use-format'
import { useText } from './use-text'
import { useWho } from './who'

/** Says that what is shown is from before, where the network gave nothing new. */
export function KeptNote({ kept: { isOld, keptAt } }: { readonly kept: Kept<unknown> }) {
  const t = useText(checkInText)
  const format = useFormat(useWho().settings.time_zone)
  if (!isOld) return null
  const time = format.dateTime(new Date(keptAt).toISOString())
  return (
    <p className="soft" role="status">
      {t('offline')} · {t('kept_from', { time })}
    </p>
  )
}
