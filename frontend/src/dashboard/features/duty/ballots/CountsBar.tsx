import type { BallotCountsOut } from '@/shared/api/schema.gen'
import { chartPalette, palette } from '../../../app/palette'
import { useText } from '../../../i18n/use-text'
import { ballotsText } from './ballots-text'

export const PARTS = ['used', 'unused', 'voided'] as const

export const PART_COLOURS = {
  used: chartPalette[3],
  unused: palette.line,
  voided: chartPalette[2],
} as const

/** Cast, not cast and voided as parts of what was issued. */
export function CountsBar({ counts }: { readonly counts: BallotCountsOut }) {
  const t = useText(ballotsText)
  const shown = PARTS.filter((part) => counts[part] > 0)
  return (
    <div
      className="stacked-bar ballots-bar"
      role="img"
      aria-label={PARTS.map((part) => `${t(part)} ${counts[part]}`).join(' · ')}
    >
      {shown.map((part) => (
        <span
          key={part}
          className={part === 'voided' ? 'ballots-voided' : ''}
          style={{ flexGrow: counts[part], background: PART_COLOURS[part] }}
        />
      ))}
    </div>
  )
}
