import { Alert, Button } from 'antd'
import type { VerificationOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../../app/use-format'
import { Facts } from '../../../components/Facts'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import { auditText } from './audit-text'

interface ChainCheckProps {
  readonly check: {
    readonly isPending: boolean
    readonly error: unknown
    readonly data: VerificationOut | undefined
    reset(): void
  }
}

/** The outcome of checking the chain, in words first. */
export function ChainCheck({ check }: ChainCheckProps) {
  const t = useText(auditText)
  if (check.isPending) return <Alert type="info" className="system-chain" title={t('chain_checking')} />
  if (check.error !== null) return <ProblemAlert error={check.error} />
  if (check.data === undefined) return null
  const { ok } = check.data
  return (
    <Alert
      type={ok ? 'success' : 'error'}
      showIcon
      role={ok ? 'status' : 'alert'}
      className="system-chain"
      title={t(ok ? 'chain_ok' : 'chain_broken')}
      description={<ChainFacts result={check.data} />}
      action={
        <Button size="small" onClick={check.reset}>
          {t('close')}
        </Button>
      }
    />
  )
}

function ChainFacts({ result }: { readonly result: VerificationOut }) {
  const t = useText(auditText)
  const { number } = useFormat()
  const { ok, first_fault } = result
  return (
    <>
      <p>{t(ok ? 'chain_keep' : 'chain_broken_do')}</p>
      <Facts
        facts={[
          ...(first_fault === null ? [] : [{ label: t('chain_first_fault'), value: first_fault }]),
          { label: t('chain_entries'), value: number(result.entries) },
          { label: t('chain_sealed'), value: number(result.sealed) },
          { label: t('chain_unsealed'), value: number(result.unsealed) },
          { label: t('chain_seals'), value: number(result.seals) },
        ]}
      />
      <p className="system-hash">
        {t('chain_last_hash')} <code>{result.last_hash}</code>
      </p>
    </>
  )
}
