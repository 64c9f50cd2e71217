import { Button } from 'antd'
import type { ImportOut } from '@/shared/api/schema.gen'
import { ConfirmButton } from '../../components/ConfirmButton'
import { ProblemAlert } from '../../components/ProblemAlert'
import { useText } from '../../i18n/use-text'
import { useAct } from './imports-requests'
import { resultText } from './imports-text'

/** What will be written, in one sentence, and the button that does it. */
export function CommitSection({ imported }: { readonly imported: ImportOut }) {
  const t = useText(resultText)
  const commit = useAct(imported.id)
  const act = useAct(imported.id)
  const { kind, rows_new, rows_changed, rows_same, allowed_actions } = imported
  const isNothing = rows_new + rows_changed === 0
  const sentence = isNothing
    ? t('commit_none')
    : t(`commit_${kind}`, { new: rows_new, changed: rows_changed, same: rows_same })
  const hint = t(isNothing ? 'commit_none_hint' : 'commit_hint')
  const mayCommit = allowed_actions.includes('commit')
  return (
    <section className="imports-commit" aria-label={t('commit')}>
      <p className="imports-sentence">{sentence}</p>
      <p className="soft">{mayCommit ? hint : t('not_yours')}</p>
      {act.isError && <ProblemAlert error={act.error} />}
      <div className="imports-end">
        {mayCommit && (
          <ConfirmButton
            label={t('commit')}
            title={t('commit_title')}
            description={`${sentence}${t.locale === 'zh-CN' ? '' : ' '}${hint}`}
            type="primary"
            onConfirm={() => commit.mutateAsync('commit')}
          />
        )}
        {allowed_actions.includes('check') && (
          <Button onClick={() => act.mutate('check')}>{t('check_again')}</Button>
        )}
        {allowed_actions.includes('reopen') && (
          <Button onClick={() => act.mutate('reopen')}>{t('reopen')}</Button>
        )}
      </div>
    </section>
  )
}
