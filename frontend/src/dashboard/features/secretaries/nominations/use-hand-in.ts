import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import {
  actOnNomination,
  createBatch,
  saveNomination,
  useReadNominationsAnew,
  type Written,
} from './nomination-queries'
import { type NominationValues, newBatchOf, nominationOf } from './nomination-values'

interface HandIn {
  readonly values: NominationValues
  readonly way: 'draft' | 'submit'
}

/** Writes the nomination and, if wanted, submits it. A second try goes on with what the first has written. */
export function useHandIn(draft: Written | undefined) {
  const [written, setWritten] = useState(draft)
  const [batchId, setBatchId] = useState<string>()
  const readAnew = useReadNominationsAnew()

  const batchOf = async (values: NominationValues): Promise<string | null> => {
    const batch = newBatchOf(values)
    if (batch === undefined) return values.batch.way === 'existing' ? (values.batch.id ?? null) : null
    if (batchId !== undefined) return batchId
    const { id } = await createBatch(batch)
    setBatchId(id)
    return id
  }
  return useMutation({
    mutationFn: async ({ values, way }: HandIn): Promise<Written> => {
      const saved = await saveNomination(nominationOf(values, await batchOf(values)), written)
      setWritten(saved)
      return way === 'submit' ? actOnNomination(saved.id, { action: 'submit' }) : saved
    },
    onSettled: readAnew,
  })
}
