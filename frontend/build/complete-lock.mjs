// Adds the lock entries of optional platform packages that the registry in use does not serve.
// Without them `npm ci` stops with EUSAGE ("Missing: @biomejs/cli-darwin-arm64@ from lock file").
import { readFileSync, writeFileSync } from 'node:fs'

const OS = { android: 'android', darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', win32: 'win32', openharmony: 'openharmony', openbsd: 'openbsd', netbsd: 'netbsd', sunos: 'sunos', aix: 'aix' }
const CPU = { arm64: 'arm64', x64: 'x64', ia32: 'ia32', arm: 'arm', armv6: 'arm', armv7: 'arm', riscv64: 'riscv64', loong64: 'loong64', ppc64: 'ppc64', ppc64le: 'ppc64', s390x: 's390x', mips64el: 'mips64el' }
const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
let added = 0
for (const [where, pkg] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(pkg.optionalDependencies ?? {})) {
    const nested = `${where}/node_modules/${name}`
    const top = `node_modules/${name}`
    if (lock.packages[nested] || lock.packages[top] || !/^\d+\.\d+\.\d+/.test(version)) continue
    const words = name.split(/[-/]/)
    const os = words.map((w) => OS[w]).find(Boolean)
    const cpu = words.map((w) => CPU[w] ?? CPU[w.replace(/^arm$/, 'arm')]).find(Boolean)
    if (!os || !cpu) { console.error('skipped', name); continue }
    lock.packages[top] = { version, cpu: [cpu], ...(pkg.dev && { dev: true }), optional: true, os: [os] }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`added ${added} entries`)
