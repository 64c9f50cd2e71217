import { useQuery } from '@tanstack/react-query'
import { Select, type SelectProps } from 'antd'
import { useText } from '../../../i18n/use-text'
import { childrenQuery } from '../organisation-queries'
import { changesText } from './changes-text'

interface ChildrenSelectProps extends Omit<SelectProps<string[]>, 'options' | 'mode'> {
  readonly organisationId: string | undefined
}

/** A field of antd's `Form`: some of what stands directly below an organisation. */
export function ChildrenSelect({ organisationId, ...select }: ChildrenSelectProps) {
  const t = useText(changesText)
  const { data, isFetching } = useQuery({
    ...childrenQuery(organisationId ?? ''),
    enabled: organisationId !== undefined,
  })
  return (
    <Select<string[]>
      {...select}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      loading={isFetching}
      placeholder={t('part_none')}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
