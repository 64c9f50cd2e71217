import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ChangeEvent, useRef } from 'react'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'
import { fileQuery, uploadFile } from './file-queries'
import { ProblemAlert } from './ProblemAlert'
import { StoredFile } from './StoredFile'
import './files.css'

const AT_MOST = 20
const ACCEPTED = '.xlsx,.xls,.docx,.doc,.pptx,.ppt,.pdf,.png,.jpg,.jpeg,.webp,.gif,.csv,.txt'

interface FilesFieldProps {
  /** The organisation that the files belong to. */
  readonly organisationId: string
  readonly ids: readonly string[]
  /** What the files are called here. */
  readonly label: string
  readonly onChange: (ids: readonly string[]) => void
}

/** Files of a record: each is stored as soon as it is chosen. */
export function FilesField({ organisationId, ids, label, onChange }: FilesFieldProps) {
  const t = useText(componentsText)
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const stored: string[] = [...ids]
      for (const file of files.slice(0, AT_MOST - ids.length)) {
        const answer = await uploadFile(file, organisationId)
        queries.setQueryData(fileQuery(answer.id).queryKey, answer)
        stored.push(answer.id)
        onChange([...stored])
      }
    },
  })
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    if (files.length > 0) upload.mutate(files)
  }
  return (
    <div className="files-field">
      {upload.isError && <ProblemAlert error={upload.error} />}
      <ul className="files" aria-label={label}>
        {ids.map((id) => (
          <li key={id}>
            <StoredFile id={id} />
            <RemoveButton id={id} onRemove={() => onChange(ids.filter((other) => other !== id))} />
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t('files_add')}
        onChange={choose}
      />
      <Button
        icon={<PaperClipOutlined aria-hidden />}
        loading={upload.isPending}
        disabled={ids.length >= AT_MOST}
        onClick={() => input.current?.click()}
      >
        {t('files_add')}
      </Button>
      <p className="soft files-hint">{t('files_hint')}</p>
    </div>
  )
}

function RemoveButton({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const t = useText(componentsText)
  const queries = useQueryClient()
  const name = queries.getQueryData(fileQuery(id).queryKey)?.name ?? ''
  return (
    <Button
      type="text"
      size="small"
      icon={<DeleteOutlined aria-hidden />}
      aria-label={t('file_remove', { name })}
      onClick={onRemove}
    />
  )
}
