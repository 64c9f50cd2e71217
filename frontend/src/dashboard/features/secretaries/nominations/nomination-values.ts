import type { BatchIn, Nomination, NominationIn } from '../secretary-types'
import type { NewNominationSearch } from './nominations-search'

export interface NominationValues extends Omit<NominationIn, 'batch_id' | 'take_office_on'> {
  readonly take_office_on?: string
  readonly batch: {
    readonly way: 'none' | 'existing' | 'new'
    readonly id?: string
    readonly title?: string
    readonly election_on?: string
  }
}

export function emptyValues({ organisation_id, batch_id }: NewNominationSearch): Partial<NominationValues> {
  return {
    ...(organisation_id !== undefined && { organisation_id }),
    post: 'secretary',
    kind: 'election',
    full_time: false,
    grounds: '',
    batch: batch_id === undefined ? { way: 'none' } : { way: 'existing', id: batch_id },
  }
}

export function valuesOf(nomination: Nomination): Partial<NominationValues> {
  const { organisation_id, person_id, post, kind, full_time, duty_title, grounds } = nomination
  const { batch_id, take_office_on } = nomination
  return {
    organisation_id,
    person_id,
    post,
    kind,
    full_time,
    duty_title,
    grounds,
    ...(take_office_on !== null && { take_office_on }),
    batch: batch_id === null ? { way: 'none' } : { way: 'existing', id: batch_id },
  }
}

/** What is sent, once the batch is known. */
export function nominationOf(values: NominationValues, batchId: string | null): NominationIn {
  const { batch: _, take_office_on, duty_title, grounds, ...others } = values
  return {
    ...others,
    duty_title: duty_title?.trim() || null,
    grounds: grounds?.trim() ?? '',
    take_office_on: take_office_on ?? null,
    batch_id: batchId,
  }
}

/** The batch that is to be set up first; undefined where none is. */
export function newBatchOf({ organisation_id, batch }: NominationValues): BatchIn | undefined {
  if (batch.way !== 'new') return undefined
  return { organisation_id, title: batch.title ?? '', election_on: batch.election_on ?? null }
}
