import { chartPalette } from '../../../app/palette'

/** One colour each wherever the two sums stand side by side. */
export const RECORDED = chartPalette[3]
export const LATE_ENTRY = chartPalette[4]
