import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { useText } from '../../../i18n/use-text'
import { reportsText } from './reports-text'

/** What stands beside the text where there is room, opened over it where there is none. */
export function SideDrawer({ children }: { readonly children: ReactNode }) {
  const t = useText(reportsText)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('side_open')}
      </Button>
      <Drawer open={isOpen} placement="bottom" size="70vh" title={t('side')} onClose={() => setOpen(false)}>
        {children}
      </Drawer>
    </>
  )
}
