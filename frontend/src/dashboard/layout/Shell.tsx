import { MenuOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useSettings } from '../app/settings-query'
import { ReauthDialog } from '../auth/ReauthDialog'
import { useCan, useMe } from '../auth/session-query'
import { useText } from '../i18n/use-text'
import { LanguageSwitch } from './LanguageSwitch'
import { layoutText } from './layout-text'
import { Mark } from './Mark'
import { entryOf } from './menu'
import { NotFoundPage } from './NotFoundPage'
import { OfflineBanner } from './OfflineBanner'
import { SideMenu } from './SideMenu'
import { UserMenu } from './UserMenu'
import { useFocusOnPageChange } from './use-focus-on-page-change'

/** Loaded behind the first page, which does without it. */
const GlobalSearch = lazy(async () => ({ default: (await import('./GlobalSearch')).GlobalSearch }))

export function Shell() {
  const t = useText(layoutText)
  const me = useMe()
  useFocusOnPageChange()
  return (
    <div className="shell">
      <a className="skip-link" href="#page-content">
        {t('skip')}
      </a>
      <TopBar />
      <aside className="side">
        <SideMenu />
      </aside>
      <main id="page-content" tabIndex={-1} className="content">
        <OfflineBanner />
        <Page />
      </main>
      <ReauthDialog me={me} />
    </div>
  )
}

/** A role that may not open a page is told so, rather than shown an empty list. */
function Page() {
  const can = useCan()
  const entry = entryOf(useLocation().pathname)
  return entry === undefined || can(entry.permission) ? <Outlet /> : <NotFoundPage />
}

function TopBar() {
  const t = useText(layoutText)
  const can = useCan()
  const { committee_name } = useSettings()
  const [isMenuOpen, setMenuOpen] = useState(false)
  return (
    <header className="top">
      <Button
        type="text"
        className="menu-button"
        icon={<MenuOutlined />}
        aria-label={t('open_menu')}
        onClick={() => setMenuOpen(true)}
      />
      <Drawer
        open={isMenuOpen}
        placement="left"
        size={280}
        title={committee_name}
        onClose={() => setMenuOpen(false)}
        styles={{ body: { padding: 8 } }}
      >
        <SideMenu onNavigate={() => setMenuOpen(false)} />
      </Drawer>
      <Link to="/" className="brand">
        <Mark />
        <span>{committee_name}</span>
      </Link>
      {(can('organisations.read') || can('members.read')) && (
        <Suspense fallback={<span className="global-search" />}>
          <GlobalSearch />
        </Suspense>
      )}
      <span className="top-end">
        <LanguageSwitch />
        <UserMenu />
      </span>
    </header>
  )
}
