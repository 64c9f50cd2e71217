import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Radio } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { useSettings } from '../../../app/settings-query'
import { useMe } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { showFieldErrors } from '../../../forms/show-field-errors'
import { useText } from '../../../i18n/use-text'
import { dutyText } from '../duty-text'
import type { DutyRoundOut } from '../duty-types'
import { copiedRoundsQuery, useCopyRound, useCreateRound } from '../round-queries'
import { RoundFields } from './RoundFields'
import { copyIn, type RoundValues, roundIn, usualAsOf, usualDueOn } from './round-values'
import type { NewRoundSearch } from './rounds-search'
import { roundsText } from './rounds-text'
import { SourceSelect } from './SourceSelect'
import { useRoundTitle } from './use-round-title'
import '../duty.css'

/** A round in a minute: a copy of an earlier one, or from the start. */
export function NewRoundPage({ search }: { readonly search: NewRoundSearch }) {
  const t = useText(roundsText)
  const words = useText(dutyText)
  const earlier = useQuery(copiedRoundsQuery)
  return (
    <div className="page page-narrow">
      <PageHeader title={t('new_title')} parent={{ to: '/duty', label: words('title') }} />
      <ListFace list={earlier} isEmpty={false} empty={{ title: '' }}>
        {earlier.data !== undefined && <RoundForm earlier={earlier.data} from={search.from} />}
      </ListFace>
    </div>
  )
}

interface RoundFormProps {
  readonly earlier: readonly DutyRoundOut[]
  readonly from: string | undefined
}

/** What is usually copied is the last round of one's own organisation. */
function useFirstValues({ earlier, from }: RoundFormProps): RoundValues {
  const { today } = useSettings()
  const { assignment } = useMe()
  const titleOf = useRoundTitle()
  const isOwn = (round: DutyRoundOut) => round.organisation_id === assignment?.organisation_id
  const source = earlier.find(({ id }) => id === from) ?? earlier.find(isOwn)
  const year = source === undefined ? Number(today.slice(0, 4)) : source.year + 1
  const direction = source?.direction ?? 'upward'
  return {
    way: source === undefined ? 'blank' : 'copy',
    ...(source !== undefined && { from: source.id }),
    ...(assignment !== null && { organisation_id: assignment.organisation_id }),
    year,
    direction,
    title: titleOf(year, direction, source),
    as_of: usualAsOf(year, today),
    report_due_on: usualDueOn(year, today),
  }
}

function RoundForm({ earlier, from }: RoundFormProps) {
  const t = useText(roundsText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [form] = Form.useForm<RoundValues>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const initial = useFirstValues({ earlier, from })
  const way = Form.useWatch('way', form) ?? initial.way
  const create = useCreateRound()
  const copy = useCopyRound()

  const send = async (values: RoundValues) => {
    setRest(null)
    try {
      const round =
        values.way === 'copy' && values.from !== undefined
          ? await copy.mutateAsync({ from: values.from, ...copyIn(values) })
          : await create.mutateAsync(roundIn(values))
      void message.success(t('created', { count: round.counts.participants }))
      await navigate({ to: '/duty/rounds/$roundId', params: { roundId: round.id } })
    } catch (error) {
      setRest(showFieldErrors(form, error))
    }
  }
  return (
    <Form<RoundValues>
      form={form}
      layout="vertical"
      initialValues={initial}
      onFinish={(values) => void send({ ...initial, ...values })}
    >
      {rest !== null && <ProblemAlert error={rest} />}
      {earlier.length > 0 && (
        <Form.Item name="way" label={t('way')}>
          <Radio.Group
            options={[
              { value: 'copy', label: t('way_copy') },
              { value: 'blank', label: t('way_blank') },
            ]}
          />
        </Form.Item>
      )}
      {way === 'copy' && (
        <Form.Item name="from" label={t('source')} extra={t('source_hint')}>
          <SourceSelect rounds={earlier} />
        </Form.Item>
      )}
      <RoundFields form={form} way={way} earlier={earlier} />
      <Button type="primary" htmlType="submit" loading={create.isPending || copy.isPending}>
        {t('create')}
      </Button>
    </Form>
  )
}
