import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'

export interface PanelTab {
  readonly key: string
  readonly label: ReactNode
  readonly content: ReactNode
}

interface PanelTabsProps {
  readonly label: string
  readonly tabs: readonly PanelTab[]
  readonly shown: string
  readonly onShow: (key: string) => void
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/** Tabs that scroll where they do not fit: antd puts a button among them then, which a tab list may not hold. */
export function PanelTabs({ label, tabs, shown, onShow }: PanelTabsProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const current = tabs.find(({ key }) => key === shown)
  const press = (event: KeyboardEvent) => {
    const to = STEPS[event.key]?.(
      tabs.findIndex(({ key }) => key === shown),
      tabs.length - 1,
    )
    const next = to === undefined ? undefined : tabs[to]
    if (next === undefined) return
    event.preventDefault()
    onShow(next.key)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus()
  }
  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className="org-tabs">
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            data-tab={tab.key}
            aria-selected={tab.key === shown}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === shown ? 0 : -1}
            onClick={() => onShow(tab.key)}
            onKeyDown={press}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown}`}>
        {current?.content}
      </div>
    </>
  )
}
