import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { DownloadButton } from '../../../components/DownloadButton'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { AuditFilterBar } from './AuditFilterBar'
import { AuditList } from './AuditList'
import { auditFilters, verifyChain } from './audit-queries'
import type { AuditSearch } from './audit-search'
import { auditText } from './audit-text'
import { ChainCheck } from './ChainCheck'
import '../system.css'

interface AuditPageProps {
  readonly search: AuditSearch
  readonly onSearch: (change: AuditSearch) => void
}

export function AuditPage({ search, onSearch }: AuditPageProps) {
  const t = useText(auditText)
  const { time_zone } = useSettings()
  const check = useMutation({ mutationFn: verifyChain })
  const filters = auditFilters(search, time_zone)
  return (
    <div className="page system-audit">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <DownloadButton label={t('export')} path="/api/v1/audit-entries/export" query={filters} />
            <Button loading={check.isPending} onClick={() => check.mutate()}>
              {t('chain_check')}
            </Button>
          </>
        }
      />
      {check.status !== 'idle' && <ChainCheck check={check} />}
      <AuditFilterBar search={search} onSearch={onSearch} />
      <AuditList filters={filters} search={search} onSearch={onSearch} />
    </div>
  )
}
