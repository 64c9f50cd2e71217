import { Steps } from 'antd'
import { useText } from '../../i18n/use-text'
import { uploadText } from './imports-text'

interface ImportStepsProps {
  /** From 0: file, columns, check, done. */
  readonly at: number
  readonly status?: 'process' | 'finish' | 'error'
}

export function ImportSteps({ at, status = 'process' }: ImportStepsProps) {
  const t = useText(uploadText)
  const titles = [t('step_file'), t('step_columns'), t('step_check'), t('step_done')]
  return (
    <section aria-label={t('steps')} className="imports-steps">
      <Steps
        size="small"
        responsive={false}
        current={at}
        status={status}
        items={titles.map((title) => ({ title }))}
      />
    </section>
  )
}
