import { Alert } from 'antd'
import type { HomeNotice } from '@/shared/api/session-types'
import { PathLink } from '../../components/PathLink'
import { useText } from '../../i18n/use-text'
import { homeText } from './home-text'

/** Nothing is wrong yet: nothing is there. */
const BEGINNING = 'no_organisations'

/** What the program cannot go on without, for those who can mend it. */
export function HomeNotices({ notices }: { readonly notices: readonly HomeNotice[] }) {
  const t = useText(homeText)
  return notices.map(({ code, title, detail, path }) => (
    <Alert
      key={`${code} ${detail}`}
      className="home-notice"
      type={code === BEGINNING ? 'info' : 'error'}
      showIcon
      role="alert"
      title={title}
      description={
        <>
          <p>{detail}</p>
          <PathLink path={path}>
            {t(code === BEGINNING ? 'begin' : 'mend')}
            <span className="unseen"> {title}</span>
          </PathLink>
        </>
      }
    />
  ))
}
