// Puts the pages of the API document beside the builds, so that they are served without any other host.
import { copyFileSync, mkdirSync } from 'node:fs'

const target = 'dist/docs'
mkdirSync(target, { recursive: true })
for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css']) {
  copyFileSync(`node_modules/swagger-ui-dist/${file}`, `${target}/${file}`)
}
