import { App, Button } from 'antd'
import { useState } from 'react'
import { useLocale } from '../../../app/locale'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { useChangeRound } from '../round-queries'
import { SchemeEditor } from './SchemeEditor'
import { schemeText } from './scheme-text'
import { usualScheme } from './usual-scheme'

/** The scheme of a round that is prepared: changed freely. */
export function DraftScheme({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(schemeText)
  const locale = useLocale()
  const { message } = App.useApp()
  const save = useChangeRound(round)
  const [scheme, setScheme] = useState(() => round.scheme ?? usualScheme(locale))
  const isNew = round.scheme === null
  const isChanged = JSON.stringify(scheme) !== JSON.stringify(round.scheme)
  const send = () =>
    save.mutate({ scheme }, { onSuccess: () => void message.success(t('saved')) })
  return (
    <SchemeEditor
      scheme={scheme}
      onChange={setScheme}
      error={save.error}
      hint={t(isNew ? 'usual_hint' : 'edit_hint')}
    >
      {(isSound) => (
        <>
          <Button
            type="primary"
            disabled={!isSound || !isChanged}
            loading={save.isPending}
            onClick={send}
          >
            {t(isNew ? 'adopt' : 'save')}
          </Button>
          {!isNew && isChanged && (
            <Button onClick={() => setScheme(round.scheme ?? scheme)}>{t('discard')}</Button>
          )}
          {!isNew && (
            <Button type="text" onClick={() => setScheme(usualScheme(locale))}>
              {t('start_usual')}
            </Button>
          )}
          {!isNew && isChanged && <span className="soft">{t('unsaved')}</span>}
        </>
      )}
    </SchemeEditor>
  )
}
