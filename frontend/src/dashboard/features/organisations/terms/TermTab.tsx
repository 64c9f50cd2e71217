import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useSettings } from '../../../app/settings-query'
import { useCan } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import type { AsOf } from '../organisation-queries'
import type { Organisation } from '../organisation-types'
import { TermActions } from './TermActions'
import { TermForm } from './TermForm'
import { TermPicture } from './TermPicture'
import { ownTermsQuery } from './term-queries'
import { termsText } from './terms-text'
import './terms.css'

interface TermTabProps {
  readonly organisation: Organisation
  readonly asOf: AsOf
}

const ELECTED_KINDS = ['committee', 'general_branch', 'branch', 'joint_branch']

/** The terms of office of one organisation, and what can be done about them today. */
export function TermTab({ organisation, asOf }: TermTabProps) {
  const t = useText(termsText)
  const { today } = useSettings()
  const list = useInfiniteQuery(ownTermsQuery(organisation.id))
  const terms = list.data?.pages.flatMap(({ items }) => items) ?? []
  const running = terms.find(({ state }) => state !== 'ended')
  const isElected = ELECTED_KINDS.includes(organisation.kind)
  const isToday = asOf === undefined && organisation.status === 'active'
  const form = isToday && isElected && <NewTerm organisation={organisation} running={running} />
  const empty = isElected
    ? { title: t('empty'), hint: t('empty_hint'), action: form }
    : { title: t('none'), hint: t('none_hint') }
  return (
    <ListFace list={list} isEmpty={terms.length === 0} empty={empty}>
      <TermPicture terms={terms} day={asOf ?? today} isToday={asOf === undefined} />
      {isToday && (
        <div className="org-term-actions">
          {running !== undefined && <TermActions term={running} name={organisation.name} />}
          {form}
        </div>
      )}
    </ListFace>
  )
}

interface NewTermProps {
  readonly organisation: Organisation
  readonly running: React.ComponentProps<typeof TermForm>['running']
}

function NewTerm({ organisation, running }: NewTermProps) {
  const t = useText(termsText)
  const can = useCan()
  const [isOpen, setOpen] = useState(false)
  if (!can('terms.write')) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('new')}</Button>
      <TermForm
        organisation={organisation}
        running={running}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
