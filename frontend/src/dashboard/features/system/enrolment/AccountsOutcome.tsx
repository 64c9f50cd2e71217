import { Alert, Button } from 'antd'
import { saveFile } from '../../../components/save-file'
import { useText } from '../../../i18n/use-text'
import { PrintedSlips, SlipTable } from './AccountSlips'
import type { AccountLack } from './account-lack'
import { type AccountSlip, csvOf, groupedSlips, type SlipGroup } from './account-slips'
import { enrolUsersText } from './enrol-users-text'
import type { Enrolment } from './enrolment-queries'
import { enrolmentText } from './enrolment-text'
import { RunFailures } from './RunFailures'
import type { Run } from './use-run-through'

interface AccountsOutcomeProps {
  readonly lacking: AccountLack
  readonly run: Run<Enrolment, AccountSlip>
  /** Told when the passwords are on paper or in a file. */
  readonly onKept: () => void
  readonly onBack: () => void
}

/** The passwords of a run, which can be seen only now. */
export function AccountsOutcome({ lacking, run, onKept, onBack }: AccountsOutcomeProps) {
  const t = useText(enrolUsersText)
  const common = useText(enrolmentText)
  const groups = groupedSlips(run.results)
  const count = run.results.length
  return (
    <>
      {count > 0 && (
        <Alert
          type="success"
          showIcon
          className="problem"
          title={t(`done_${lacking}`, { count })}
          description={
            <>
              <p>{t('done_text')}</p>
              {lacking === 'account' && <p>{t('done_roles')}</p>}
            </>
          }
        />
      )}
      <RunFailures
        run={run}
        nameOf={({ name, organisation_name: organisation }) => common('person_at', { name, organisation })}
      />
      <div className="enrol-tools">
        {count > 0 && <KeepButtons groups={groups} onKept={onKept} />}
        <Button onClick={onBack}>{common('back_to_list')}</Button>
      </div>
      {count > 0 && <SlipTable groups={groups} />}
      {count > 0 && <PrintedSlips groups={groups} />}
    </>
  )
}

interface KeepButtonsProps {
  readonly groups: readonly SlipGroup[]
  readonly onKept: () => void
}

function KeepButtons({ groups, onKept }: KeepButtonsProps) {
  const t = useText(enrolUsersText)
  const print = () => {
    window.print()
    onKept()
  }
  const download = () => {
    const head = [t('name'), t('organisation'), t('username'), t('password')]
    const rows = groups.flatMap(({ organisation, slips }) =>
      slips.map(({ name, username, password }) => [name, organisation, username, password]),
    )
    const content = new Blob([csvOf([head, ...rows])], { type: 'text/csv;charset=utf-8' })
    saveFile({ name: `${t('file')}.csv`, content })
    onKept()
  }
  return (
    <>
      <Button type="primary" onClick={print}>
        {t('print')}
      </Button>
      <Button onClick={download}>{t('download')}</Button>
    </>
  )
}
