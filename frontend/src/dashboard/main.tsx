import { createRoot } from 'react-dom/client'
import { Providers } from './app/Providers'
import { applyPalette } from './app/palette'
import { createQueryClient } from './app/query-client'
import { reloadAfterRelease } from './app/reload-after-release'
import { createDeskRouter } from './app/router'
import 'antd/dist/reset.css'
import './app/styles/index.css'

reloadAfterRelease()
applyPalette(document.documentElement.style)

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')

const queryClient = createQueryClient()
createRoot(root).render(<Providers queryClient={queryClient} router={createDeskRouter(queryClient)} />)
