import { useQuery } from '@tanstack/react-query'
import { ListFace } from '../../../components/ListFace'
import { StatusTag, type StatusTone } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { type AsOf, adviceQuery } from '../organisation-queries'
import type { Advice, AdviceSeverity } from '../organisation-types'
import { panelText } from './panel-text'
import './told.css'

interface AdviceTabProps {
  readonly id: string
  readonly asOf: AsOf
}

const TONES: Readonly<Record<AdviceSeverity, StatusTone>> = {
  overdue: 'overdue',
  warning: 'warning',
  notice: 'neutral',
}
const ORDER: readonly AdviceSeverity[] = ['overdue', 'warning', 'notice']

/** Where the organisation differs from the regulations, the most pressing first, each with its article. */
export function AdviceTab({ id, asOf }: AdviceTabProps) {
  const t = useText(panelText)
  const advice = useQuery(adviceQuery(id, asOf))
  const items = advice.data?.items ?? []
  const sorted = ORDER.flatMap((severity) => items.filter((item) => item.severity === severity))
  const empty = { title: t('advice_empty'), hint: t('advice_empty_hint') }
  return (
    <ListFace list={advice} isEmpty={items.length === 0} empty={empty}>
      <ul className="org-advice">
        {sorted.map((item) => (
          <AdviceItem key={`${item.code} ${item.title}`} advice={item} />
        ))}
      </ul>
      <p className="soft">{t('advice_note')}</p>
    </ListFace>
  )
}

function AdviceItem({ advice: { severity, title, detail, article } }: { readonly advice: Advice }) {
  const t = useText(panelText)
  return (
    <li className={`org-advice-item org-advice-${severity}`}>
      <h3>
        {title}
        <StatusTag tone={TONES[severity]}>{t(`severity_${severity}`)}</StatusTag>
      </h3>
      <p>{detail}</p>
      <blockquote>
        <p>{article.text}</p>
        <footer>{t('article', { document: article.document, article: article.article })}</footer>
      </blockquote>
    </li>
  )
}
