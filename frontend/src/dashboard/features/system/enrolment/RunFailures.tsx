import { Alert } from 'antd'
import { ApiError } from '@/shared/api/problem'
import { componentsText } from '../../../components/components-text'
import { useText } from '../../../i18n/use-text'
import { enrolmentText } from './enrolment-text'
import { doneOf, type Run } from './use-run-through'

interface RunFailuresProps<Item> {
  readonly run: Run<Item, unknown>
  /** Who or what a failure is about. */
  readonly nameOf: (item: Item) => string
}

/** What a run did not do, and why. */
export function RunFailures<Item extends { readonly id: string }>({ run, nameOf }: RunFailuresProps<Item>) {
  const t = useText(enrolmentText)
  const why = useFailureWords()
  const { failures, total } = run
  const left = total - doneOf(run)
  return (
    <>
      {left > 0 && (
        <Alert type="warning" showIcon className="problem" title={t('stopped', { count: left })} />
      )}
      {failures.length > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="problem"
          title={t('failures', { count: failures.length })}
          description={
            <>
              <p>{t('failures_hint')}</p>
              <ul className="enrol-failures">
                {failures.map(({ item, error }) => (
                  <li key={item.id}>{t('failure_of', { name: nameOf(item), why: why(error) })}</li>
                ))}
              </ul>
            </>
          }
        />
      )}
    </>
  )
}

function useFailureWords() {
  const words = useText(componentsText)
  return (error: unknown) => {
    if (!(error instanceof ApiError)) return words('problem_unknown_title')
    if (error.status === 0) return words('problem_network_title')
    const fields = Object.values(error.fields).join(' ')
    return fields || error.detail || error.title || words('problem_unknown_title')
  }
}
