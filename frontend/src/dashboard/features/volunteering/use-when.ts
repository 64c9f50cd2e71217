import { useFormat } from '../../app/use-format'

/** From when until when, with the second day only where it is another one. */
export function useWhen(): (from: string, until: string) => string {
  const format = useFormat()
  return (from, until) =>
    format.dayOf(from) === format.dayOf(until)
      ? `${format.dateTime(from)}–${format.time(until)}`
      : `${format.dateTime(from)} – ${format.dateTime(until)}`
}
