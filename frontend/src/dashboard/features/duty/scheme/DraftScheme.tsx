import { App, Button } from 'antd'
import { useLocale } from '../../../app/locale'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { useChangeRound } from '../round-queries'
import { useKeptDraft } from '../use-kept-draft'
import { SchemeEditor } from './SchemeEditor'
import { schemeText } from './scheme-text'
import { usualScheme } from './usual-scheme'

/** The scheme of a round that is prepared: changed freely. */
export function DraftScheme({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(schemeText)
  const locale = useLocale()
  const { message } = App.useApp()
  const save = useChangeRound(round)
  const draft = useKeptDraft(`scheme ${round.id}`, () => round.scheme ?? usualScheme(locale))
  const scheme = draft.value
  const isNew = round.scheme === null
  const isChanged = JSON.stringify(scheme) !== JSON.stringify(round.scheme)
  const send = () =>
    save.mutate(
      { scheme },
      {
        onSuccess: () => {
          draft.forget(scheme)
          void message.success(t('saved'))
        },
      },
    )
  return (
    <SchemeEditor
      scheme={scheme}
      onChange={draft.set}
      error={save.error}
      hint={t(isNew ? 'usual_hint' : 'edit_hint')}
    >
      {(isSound) => (
        <>
          <Button type="primary" disabled={!isSound || !isChanged} loading={save.isPending} onClick={send}>
            {t(isNew ? 'adopt' : 'save')}
          </Button>
          {!isNew && isChanged && (
            <Button onClick={() => draft.forget(round.scheme ?? scheme)}>{t('discard')}</Button>
          )}
          {!isNew && (
            <Button type="text" onClick={() => draft.set(usualScheme(locale))}>
              {t('start_usual')}
            </Button>
          )}
          {!isNew && isChanged && <span className="soft">{t('unsaved')}</span>}
        </>
      )}
    </SchemeEditor>
  )
}
