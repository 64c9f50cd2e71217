import { Tag } from 'antd'
import { useText } from '../../../i18n/use-text'
import type { Enrolment } from './enrolment-queries'
import { enrolmentText } from './enrolment-text'

export function NameCell({ person: { name, is_secretary } }: { readonly person: Enrolment }) {
  const t = useText(enrolmentText)
  return (
    <>
      {name} {is_secretary && <Tag>{t('secretary')}</Tag>}
    </>
  )
}
