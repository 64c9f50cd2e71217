import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { saveChange, submitChange } from './change-queries'
import type { Change, ChangeRequest } from './change-types'

interface HandIn {
  readonly request: ChangeRequest
  readonly way: 'draft' | 'submit'
}

/** Writes the request and, if wanted, submits it. A second try goes on with what the first has written. */
export function useHandIn(draft: Change | undefined) {
  const queries = useQueryClient()
  const [written, setWritten] = useState(draft)
  return useMutation({
    mutationFn: async ({ request, way }: HandIn): Promise<Change> => {
      const saved = await saveChange(request, written)
      setWritten(saved)
      return way === 'submit' ? submitChange(saved.id) : saved
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['organisation-changes'] }),
        queries.invalidateQueries({ queryKey: ['me', 'home'] }),
      ]),
  })
}
