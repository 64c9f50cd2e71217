import type { BallotCountsOut, BallotSessionOut } from '@/shared/api/schema.gen'

const NONE: BallotCountsOut = { issued: 0, used: 0, unused: 0, voided: 0, envelopes: 0 }

/** Counts of several votings together. */
export function sumOf(sessions: readonly Pick<BallotSessionOut, 'counts'>[]): BallotCountsOut {
  return sessions.reduce(
    (sum, { counts }) => ({
      issued: sum.issued + counts.issued,
      used: sum.used + counts.used,
      unused: sum.unused + counts.unused,
      voided: sum.voided + counts.voided,
      envelopes: sum.envelopes + counts.envelopes,
    }),
    NONE,
  )
}

/** issued = used + unused + voided, and as many in the box as were used. */
export function addsUp({ issued, used, unused, voided, envelopes }: BallotCountsOut): boolean {
  return issued === used + unused + voided && envelopes === used
}
