import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import { useMe } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { ListFace } from '../../../components/ListFace'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import { sealPictureQuery, sealQuery, useRemoveSeal, useSaveSeal } from './settings-queries'
import { settingsText } from './settings-text'

/** The picture that is printed on an organisation's certificates. */
export function Seal() {
  const t = useText(settingsText)
  const { assignment } = useMe()
  const [organisationId, setOrganisationId] = useState(assignment?.organisation_id)
  return (
    <section aria-labelledby="seal">
      <h2 id="seal">{t('seal')}</h2>
      <p className="soft">{t('seal_hint')}</p>
      <OrganisationPicker
        aria-label={t('seal_of')}
        className="vol-seal-of"
        allowClear={false}
        value={organisationId}
        onChange={setOrganisationId}
      />
      {organisationId !== undefined && <SealOf key={organisationId} organisationId={organisationId} />}
    </section>
  )
}

function SealOf({ organisationId }: { readonly organisationId: string }) {
  const t = useText(settingsText)
  const seal = useQuery(sealQuery(organisationId))
  const remove = useRemoveSeal(organisationId)
  const isThere = seal.data !== null && seal.data !== undefined
  return (
    <ListFace list={seal} isEmpty={false} empty={{ title: '' }}>
      <div className="vol-seal">
        {isThere ? (
          <SealPicture fileId={seal.data?.file_id ?? ''} />
        ) : (
          <p className="soft">{t('seal_none')}</p>
        )}
      </div>
      <div className="vol-seal-acts">
        <SealUpload organisationId={organisationId} isThere={isThere} />
        {isThere && (
          <ConfirmButton
            label={t('seal_remove')}
            title={t('seal_remove_title')}
            description={t('seal_remove_text')}
            danger
            onConfirm={() => remove.mutateAsync()}
          />
        )}
      </div>
    </ListFace>
  )
}

function SealPicture({ fileId }: { readonly fileId: string }) {
  const t = useText(settingsText)
  const { data, error } = useQuery(sealPictureQuery(fileId))
  if (error !== null) return <ProblemAlert error={error} />
  return data === undefined ? null : <img src={data} alt={t('seal_picture')} />
}

function SealUpload({
  organisationId,
  isThere,
}: {
  readonly organisationId: string
  readonly isThere: boolean
}) {
  const t = useText(settingsText)
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const save = useSaveSeal(organisationId)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const picture = event.target.files?.[0]
    event.target.value = ''
    if (picture === undefined) return
    save.mutate(picture, { onSuccess: () => void message.success(t('seal_saved')) })
  }
  return (
    <>
      {save.isError && <ProblemAlert error={save.error} />}
      <input
        ref={input}
        type="file"
        hidden
        accept=".png,.jpg,.jpeg,.webp"
        aria-label={t('seal_upload')}
        onChange={choose}
      />
      <Button loading={save.isPending} onClick={() => input.current?.click()}>
        {t(isThere ? 'seal_replace' : 'seal_upload')}
      </Button>
    </>
  )
}
