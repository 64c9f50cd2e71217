/** Every colour of the desk. Contrast of each text and border against its ground meets WCAG 2.2 AA. */
export const palette = {
  ground: '#faf9f7',
  surface: '#ffffff',
  sunken: '#f3f1ed',
  line: '#e4e1da',
  control: '#8c8c8c',
  ink: '#1f1d1a',
  inkSoft: '#57534e',
  inkFaint: '#6b6761',
  red: '#b3191f',
  redDark: '#8d1217',
  redWash: '#fdf3f2',
  link: '#1b4f8f',
  linkDark: '#123a6b',
  blue: '#0958d9',
  blueWash: '#eef4fd',
  green: '#237804',
  greenWash: '#f2f8ec',
  amber: '#ad4e00',
  amberWash: '#fdf5e8',
} as const

/** Shades for parts of one whole, each told from its neighbours in grey print too. */
export const chartPalette = [
  '#4a4641',
  '#8c5a2b',
  '#a8a29a',
  '#2f6f8f',
  '#c9a227',
  '#6d7f4e',
  '#b9b3aa',
] as const

/** Makes the palette known to style sheets as `--ink`, `--red-wash` and so on. */
export function applyPalette(style: CSSStyleDeclaration): void {
  for (const [name, colour] of Object.entries(palette)) {
    style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour)
  }
}
