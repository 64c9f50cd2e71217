import type { ImportOut } from '@/shared/api/schema.gen'
import { ConfirmButton } from '../../components/ConfirmButton'
import { DownloadButton } from '../../components/DownloadButton'
import { HistoryButton } from '../../components/HistoryDrawer'
import { useText } from '../../i18n/use-text'
import { IMPORTS_PATH } from './imports-query'
import { useAct } from './imports-requests'
import { importHistoryText, importsText } from './imports-text'

export function ImportActions({ imported }: { readonly imported: ImportOut }) {
  const t = useText(importsText)
  const history = useText(importHistoryText)
  const act = useAct(imported.id)
  const action = (code: string) => history.code(code.slice(code.lastIndexOf('.') + 1))
  return (
    <>
      <DownloadButton label={t('source')} path={`${IMPORTS_PATH}/${imported.id}/workbook`} />
      <HistoryButton
        path={`${IMPORTS_PATH}/${imported.id}/history`}
        names={{ action, state: history.code }}
      />
      {imported.allowed_actions.includes('cancel') && (
        <ConfirmButton
          label={t('cancel')}
          title={t('cancel_title')}
          description={t('cancel_hint')}
          onConfirm={() => act.mutateAsync('cancel')}
        />
      )}
    </>
  )
}
