import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const KILOBYTE = 1000

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly isEntry?: boolean
}

type Manifest = Readonly<Record<string, Chunk>>

function readManifest(build: string): Manifest {
  return JSON.parse(readFileSync(join(dist, build, '.vite/manifest.json'), 'utf8'))
}

/** Files of the given chunks and of all that they import at once. */
function filesOf(manifest: Manifest, keys: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (chunk === undefined || seen.has(key)) return
    seen.add(key)
    chunk.imports?.forEach(visit)
  }
  keys.forEach(visit)
  return new Set([...seen].map((key) => manifest[key]?.file ?? ''))
}

function gzipKilobytes(build: string, files: Iterable<string>): number {
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(dist, build, file))).length)
  return bytes.reduce((sum, size) => sum + size, 0) / KILOBYTE
}

/** The document's own chunks and those of the named routes. */
function firstLoad(build: string, routes: readonly RegExp[]): number {
  const manifest = readManifest(build)
  const keys = Object.keys(manifest)
  const entries = keys.filter((key) => manifest[key]?.isEntry === true)
  const lazy = routes.flatMap((route) => keys.filter((key) => route.test(key)))
  expect(lazy.length).toBeGreaterThanOrEqual(routes.length)
  return gzipKilobytes(build, filesOf(manifest, [...entries, ...lazy]))
}

test('the phone’s first load stays under 100 kB of JavaScript, gzip', () => {
  expect(firstLoad('phone', [])).toBeLessThan(100)
})

test('the desk’s first page stays under 320 kB of JavaScript, gzip', () => {
  expect(firstLoad('dashboard', [/routes\/_staff\.tsx\?/, /routes\/_staff\/index\.tsx\?/])).toBeLessThan(320)
})

test('the phone holds nothing of the desk’s libraries', () => {
  const assets = join(dist, 'phone/assets')
  const scripts = readdirSync(assets).filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
  const text = scripts.map((file) => readFileSync(join(assets, file), 'utf8')).join('\n')
  const found = ['ant-btn', 'echarts', 'zrender', 'QueryClient', 'tsr-', 'dayjs'].filter((mark) =>
    text.includes(mark),
  )
  expect(found).toEqual([])
})

test('the phone’s service worker keeps the pages from the first visit on, and not the large reader', () => {
  const worker = readFileSync(join(dist, 'phone/sw.js'), 'utf8')
  const needed = readdirSync(join(dist, 'phone/assets')).filter((file) => /\.(js|css)$/.test(file))
  expect(needed.filter((file) => !worker.includes(`assets/${file}`))).toEqual([])
  expect(worker).toContain('index.html')
  expect(worker).not.toMatch(/[\w-]+\.wasm["'`]/)
  expect(gzipKilobytes('phone', ['sw.js'])).toBeLessThan(10)
  expect(
    gzipKilobytes(
      'phone',
      needed.map((file) => `assets/${file}`),
    ),
  ).toBeLessThan(160)
})

test('both documents carry the nonce’s place and no script without it', () => {
  for (const build of ['dashboard', 'phone']) {
    const html = readFileSync(join(dist, build, 'index.html'), 'utf8')
    const scripts = html.match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((script) => !script.includes('nonce="__CSP_NONCE__"'))).toEqual([])
    expect(html).not.toMatch(/<script[^>]*>(?!<\/script>)/)
  }
})
