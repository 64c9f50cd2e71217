import { json } from './api'
import { LoadProblem } from './LoadProblem'
import { useSending } from './use-sending'

interface SaveFileProps {
  readonly path: string
  readonly label: string
}

/** Fetches a document as the person who is signed in and hands it to the phone. */
export function SaveFile({ path, label }: SaveFileProps) {
  const { isBusy, failure, send } = useSending()
  const save = () =>
    send(async () => {
      const { name, content } = await json.file(path)
      const link = document.createElement('a')
      link.href = URL.createObjectURL(content)
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    })
  return (
    <>
      {failure !== null && <LoadProblem error={failure} />}
      <button type="button" disabled={isBusy} onClick={() => void save()}>
        {label}
      </button>
    </>
  )
}
