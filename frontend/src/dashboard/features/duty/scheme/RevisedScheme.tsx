import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut, Scheme } from '../duty-types'
import { SchemeChanges } from './SchemeChanges'
import { SchemeEditor } from './SchemeEditor'
import { schemeChangesQuery, useReviseScheme } from './scheme-queries'
import { schemeText } from './scheme-text'

interface RevisedSchemeProps {
  readonly round: DutyRoundOut
  readonly scheme: Scheme
  readonly onEnd: () => void
}

/** A frozen scheme is changed as a whole, with the reason. */
export function RevisedScheme({ round, scheme: frozen, onEnd }: RevisedSchemeProps) {
  const t = useText(schemeText)
  const { message } = App.useApp()
  const revise = useReviseScheme(round.id)
  const [scheme, setScheme] = useState(frozen)
  const isSheetFrozen = round.state === 'appraising'
  const isChanged = JSON.stringify(scheme) !== JSON.stringify(frozen)
  return (
    <SchemeEditor
      scheme={scheme}
      onChange={setScheme}
      isSheetFrozen={isSheetFrozen}
      error={null}
      hint={isSheetFrozen ? `${t('revise_hint')}${t('revise_frozen')}` : t('revise_hint')}
    >
      {(isSound) => (
        <>
          <ConfirmButton
            type="primary"
            label={t('revise')}
            title={t('revise_title')}
            description={<WhatChanges scheme={scheme} frozen={frozen} />}
            reason="required"
            disabled={!isSound || !isChanged}
            onConfirm={async (reason) => {
              await revise.mutateAsync({ scheme, reason })
              void message.success(t('revised'))
              onEnd()
            }}
          />
          <Button onClick={onEnd}>{t('revise_stop')}</Button>
        </>
      )}
    </SchemeEditor>
  )
}

/** Said before it is done, so that nobody revises by a slip of the hand. */
function WhatChanges({ scheme, frozen }: { readonly scheme: Scheme; readonly frozen: Scheme }) {
  const t = useText(schemeText)
  const list = useQuery(schemeChangesQuery(scheme, frozen))
  return (
    <>
      <p>{t('revise_changes')}</p>
      <ListFace list={list} isEmpty={list.data?.length === 0} empty={{ title: t('revise_same') }}>
        <SchemeChanges changes={list.data ?? []} />
      </ListFace>
    </>
  )
}
