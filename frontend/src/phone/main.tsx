import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { makeOfflineReady } from './app/offline-ready'
import { fetchEarly } from './app/phone-pages'
import { startPhone } from './app/start-phone'
import './app/phone.css'
import './app/check-in.css'
import './app/lists.css'
import './app/choices.css'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')
startPhone()
createRoot(root).render(<App />)
if (import.meta.env.PROD) {
  window.addEventListener('load', () => void fetchEarly().then(makeOfflineReady))
}
