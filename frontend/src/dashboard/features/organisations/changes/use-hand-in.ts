import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { actOnChange, saveChange, type Written } from './change-queries'
import type { ChangeRequest } from './change-types'

interface HandIn {
  readonly request: ChangeRequest
  readonly way: 'draft' | 'submit'
}

/** Writes the request and, if wanted, submits it. A second try goes on with what the first has written. */
export function useHandIn(draft: Written | undefined) {
  const queries = useQueryClient()
  const [written, setWritten] = useState(draft)
  return useMutation({
    mutationFn: async ({ request, way }: HandIn): Promise<Written> => {
      const saved = await saveChange(request, written)
      setWritten(saved)
      return way === 'submit' ? actOnChange(saved.id, { action: 'submit' }) : saved
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['organisation-changes'] }),
        queries.invalidateQueries({ queryKey: ['me', 'home'] }),
      ]),
  })
}
