import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precache } from './build/precache-plugin.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const api = { '/api': process.env.API_URL ?? 'http://127.0.0.1:8000' }

export default defineConfig({
  root: path('./src/phone'),
  base: '/m/',
  html: { cspNonce: '__CSP_NONCE__' },
  publicDir: path('./public/phone'),
  cacheDir: path('./node_modules/.vite/phone'),
  resolve: { alias: { '@': path('./src') } },
  plugins: [
    react(),
    precache({
      worker: path('./src/phone/sw.ts'),
      include: (file) => /\.(html|css|js|svg|png|webmanifest)$/.test(file) && file !== 'sw.js',
    }),
  ],
  worker: { format: 'es' },
  build: {
    outDir: path('./dist/phone'),
    emptyOutDir: true,
    target: ['chrome87', 'safari15'],
    cssTarget: ['chrome61'],
    manifest: true,
  },
  server: { port: 5174, strictPort: true, proxy: api },
  preview: { port: 4174, strictPort: true, proxy: api },
})
