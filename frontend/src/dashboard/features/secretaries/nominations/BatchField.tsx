import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Form, Radio, Select } from 'antd'
import { type AriaAttributes, useState } from 'react'
import { useDebounced } from '../../../components/use-debounced'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { BatchFields } from './NewBatchButton'
import { batchesQuery, batchQuery } from './nomination-queries'
import { nominationsText } from './nominations-text'

const WAYS = ['none', 'existing', 'new'] as const

/** Which batch a nominee stands in: none, one that is there, or a new one. */
export function BatchField() {
  const t = useText(nominationsText)
  const required = useRequired()
  return (
    <>
      <Form.Item name={['batch', 'way']} label={t('batch')} extra={t('batch_hint')}>
        <Radio.Group
          aria-label={t('batch')}
          options={WAYS.map((way) => ({ value: way, label: t(`batch_${way}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={[['batch', 'way']]}>
        {({ getFieldValue }) => {
          const way: string = getFieldValue(['batch', 'way'])
          if (way === 'new') return <BatchFields within={['batch']} />
          if (way !== 'existing') return null
          return (
            <Form.Item name={['batch', 'id']} label={t('batch_choose')} rules={[required.choice]}>
              <BatchSelect />
            </Form.Item>
          )
        }}
      </Form.Item>
    </>
  )
}

interface BatchSelectProps extends AriaAttributes {
  readonly value?: string | undefined
  readonly onChange?: (id: string | undefined) => void
  readonly id?: string
}

function BatchSelect({ value, onChange, ...field }: BatchSelectProps) {
  const t = useText(nominationsText)
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 200)
  const list = useInfiniteQuery({
    ...batchesQuery({ q: q === '' ? undefined : q }),
    placeholderData: keepPreviousData,
  })
  const batches = list.data?.pages.flatMap(({ items }) => items) ?? []
  const isUnknown = value !== undefined && !batches.some((batch) => batch.id === value)
  const present = useQuery({ ...batchQuery(value ?? ''), enabled: isUnknown })
  const shown = isUnknown && present.data !== undefined ? [present.data, ...batches] : batches
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={list.isFetching}
      placeholder={t('batch_choose')}
      value={value ?? null}
      options={shown.map((batch) => ({
        value: batch.id,
        label: `${batch.title}（${batch.organisation_name}）`,
      }))}
      onChange={(picked: string | null | undefined) => onChange?.(picked ?? undefined)}
    />
  )
}
