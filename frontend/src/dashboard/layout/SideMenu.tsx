import { Link, useRouter } from '@tanstack/react-router'
import { useCan } from '../auth/session-query'
import { useText } from '../i18n/use-text'
import { layoutText } from './layout-text'
import { type MenuEntry, visibleMenu } from './menu'
import { MENU_ICONS } from './menu-icons'

interface SideMenuProps {
  readonly onNavigate?: () => void
}

export function SideMenu({ onNavigate }: SideMenuProps) {
  const t = useText(layoutText)
  const can = useCan()
  const { routesByPath } = useRouter()
  const mayOpen = ({ to, permission }: MenuEntry) => to in routesByPath && can(permission)
  return (
    <nav aria-label={t('menu')} className="side-menu">
      {visibleMenu(mayOpen).map(({ label, entries }) => (
        <div key={label ?? 'main'}>
          {label !== null && <p className="side-menu-section">{t(label)}</p>}
          <ul>
            {entries.map((entry) => (
              <li key={entry.to}>
                <Link
                  to={entry.to}
                  activeOptions={{ exact: entry.to === '/' }}
                  onClick={() => onNavigate?.()}
                >
                  {MENU_ICONS[entry.to]}
                  <span>{t(entry.label)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
