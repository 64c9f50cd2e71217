import { App, Form } from 'antd'
import { FormDialog } from '../../../components/FormDialog'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { ReasonItem } from '../../../components/ReasonItem'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { useAddParticipant } from './participant-queries'
import { participantsText } from './participants-text'

interface Values {
  readonly organisation_id: string
  readonly reason: string
}

/** Somebody who takes part although the tree does not say so. */
export function AddParticipantButton({ roundId }: { readonly roundId: string }) {
  const t = useText(participantsText)
  const required = useRequired()
  const { message } = App.useApp()
  const add = useAddParticipant(roundId)
  return (
    <FormDialog<Values>
      label={t('add')}
      title={t('add')}
      description={t('add_text')}
      onSubmit={async (values) => {
        const { name } = await add.mutateAsync(values)
        void message.success(t('added', { name }))
      }}
    >
      {() => (
        <>
          <Form.Item name="organisation_id" label={t('organisation')} rules={[required.choice]}>
            <OrganisationPicker />
          </Form.Item>
          <ReasonItem />
        </>
      )}
    </FormDialog>
  )
}
