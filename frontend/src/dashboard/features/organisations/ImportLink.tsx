import { ImportOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MouseEvent, ReactNode } from 'react'
import { Can } from '../../auth/Can'

const PATH = '/imports'

/** To the imports, for those who may prepare one. */
export function ImportLink({ children }: { readonly children: ReactNode }) {
  const router = useRouter()
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.history.push(PATH)
  }
  return (
    <Can permission="imports.prepare">
      <Button href={PATH} icon={<ImportOutlined aria-hidden />} onClick={follow}>
        {children}
      </Button>
    </Can>
  )
}
