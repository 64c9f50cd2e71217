/** `2026-11-26T08:30` on the clock of a time zone → the instant, RFC 3339 in UTC. */
export function instantIn(timeZone: string, local: string): string {
  const asUtc = Date.parse(`${local}:00Z`)
  return new Date(asUtc - offsetMs(timeZone, asUtc)).toISOString()
}

/** The instant (ms) on the clock of a time zone → `2026-11-26T08:30`. */
export function localIn(timeZone: string, at: number): string {
  return new Date(at + offsetMs(timeZone, at)).toISOString().slice(0, 16)
}

function offsetMs(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(at))
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return shown - Math.floor(at / 1000) * 1000
}
