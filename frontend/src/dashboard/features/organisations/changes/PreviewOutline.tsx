import {
  ArrowLeftOutlined,
  ArrowRightOutlined,
  EditOutlined,
  MinusOutlined,
  PlusOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { organisationKindsText } from '../../../i18n/organisation-kinds-text'
import { useText } from '../../../i18n/use-text'
import { KindIcon } from '../KindIcon'
import { changesText } from './changes-text'
import type { PreviewMark, PreviewRow } from './preview-rows'

interface PreviewOutlineProps {
  readonly title: string
  readonly rows: readonly PreviewRow[]
}

const ICONS: Readonly<Record<PreviewMark, ReactNode>> = {
  added: <PlusOutlined aria-hidden />,
  removed: <MinusOutlined aria-hidden />,
  renamed: <EditOutlined aria-hidden />,
  moved: <ArrowLeftOutlined aria-hidden />,
  leaving: <ArrowRightOutlined aria-hidden />,
}

const INDENT = 20

/** One side of the preview. What differs says so in a word; the shade only repeats it. */
export function PreviewOutline({ title, rows }: PreviewOutlineProps) {
  const t = useText(changesText)
  const kinds = useText(organisationKindsText)
  return (
    <section className="org-preview-side" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {rows.map(({ item, level, mark, formerName }) => (
          <li
            key={item.id}
            className={mark === null ? undefined : `org-mark-${mark}`}
            style={{ paddingLeft: 8 + level * INDENT }}
          >
            <KindIcon kind={item.kind} />
            <span className="org-preview-name">
              {item.name}
              <span className="unseen">{kinds.code(item.kind)}</span>
              {formerName !== null && <span className="soft">{t('was_called', { name: formerName })}</span>}
            </span>
            {mark !== null && (
              <span className="org-mark">
                {ICONS[mark]} {t(`mark_${mark}`)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
