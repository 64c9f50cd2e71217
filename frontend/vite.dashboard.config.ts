import { fileURLToPath } from 'node:url'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { styleNonce } from './build/style-nonce'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const api = { '/api': process.env.API_URL ?? 'http://127.0.0.1:8000' }

export default defineConfig({
  root: path('./src/dashboard'),
  base: '/',
  html: { cspNonce: '__CSP_NONCE__' },
  publicDir: path('./public/dashboard'),
  cacheDir: path('./node_modules/.vite/dashboard'),
  resolve: { alias: { '@': path('./src') } },
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: path('./src/dashboard/routes'),
      generatedRouteTree: path('./src/dashboard/routeTree.gen.ts'),
      quoteStyle: 'single',
    }),
    react(),
    styleNonce(),
  ],
  build: {
    outDir: path('./dist/dashboard'),
    emptyOutDir: true,
    manifest: true,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 20 },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
  server: { port: 5173, strictPort: true, proxy: api },
  preview: { port: 4173, strictPort: true, proxy: api },
})
