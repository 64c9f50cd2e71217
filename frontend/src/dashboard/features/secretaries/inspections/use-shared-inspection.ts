import { useQueryClient } from '@tanstack/react-query'
import type { FormInstance } from 'antd'
import { useEffect, useRef } from 'react'
import { ApiError } from '@/shared/api/problem'
import type { Inspection, InspectionChange } from '../secretary-types'
import { inspectionQuery, interviewsQuery, readInspection, saveInspection } from './inspection-queries'
import { changeOf, type InspectionValues, valuesOf } from './inspection-values'

const PARTS = [
  'planned_on',
  'team',
  'facets',
  'strengths',
  'shortcomings',
  'finding',
  'conclusion',
] as const satisfies readonly (keyof InspectionValues)[]
type Part = (typeof PARTS)[number]

/**
 * One inspection, written by several at once. What somebody else wrote stands in the form as soon as it is
 * read, in every part in which this page has nothing unsaved; and what this page saves goes on top of theirs.
 * The same part written twice is refused.
 */
export function useSharedInspection(latest: Inspection, form: FormInstance<InspectionValues>) {
  const queries = useQueryClient()
  const { queryKey } = inspectionQuery(latest.id)
  // What whoever writes here has seen.
  const seen = useRef(latest)
  useEffect(() => {
    seen.current = taken(seen.current, latest, form)
  }, [latest, form])
  return async (body: InspectionChange): Promise<void> => {
    await queries.cancelQueries({ queryKey, exact: true })
    const before = seen.current
    const saved = await saveInspection(before, body).catch(async (error: unknown) => {
      if (!(error instanceof ApiError && error.status === 412)) throw error
      // Not kept: the next try has to find the same conflict, until the page is loaded anew.
      const now = await readInspection(latest.id)
      if (isTouched(body, before, now)) throw error
      return saveInspection(now, body)
    })
    const own = { ...before, ...pick(saved, Object.keys(body) as Part[]) }
    seen.current = taken(own, saved, form)
    queries.setQueryData(queryKey, saved)
    if (saved.version > before.version + 1) {
      await queries.invalidateQueries({ queryKey: interviewsQuery(latest.id).queryKey })
    }
  }
}

/** Puts the parts that somebody else wrote into the form. What is being written here is not seen yet. */
function taken(seen: Inspection, latest: Inspection, form: FormInstance<InspectionValues>): Inspection {
  const typed: InspectionValues = form.getFieldsValue(true)
  const known = valuesOf(seen)
  const now = valuesOf(latest)
  const missed = PARTS.filter((part) => {
    const [ours, before, theirs] = [typed, known, now].map((values) => sentOf(part, values))
    if (theirs === before || theirs === ours) return false
    if (ours === before) form.setFieldValue(part, now[part])
    return ours !== before
  })
  return missed.length === 0 ? latest : { ...latest, ...pick(seen, missed), version: seen.version }
}

/** The same text for what the server holds to be the same. */
function sentOf(part: Part, values: InspectionValues): string {
  const sent = changeOf({ [part]: values[part] }, values)[part]
  return JSON.stringify(sent, (name, value: unknown) => {
    if (name === 'score' && value !== null) return Number(value)
    return typeof value === 'string' ? value.trim() : value
  })
}

function isTouched(body: InspectionChange, before: Inspection, latest: Inspection): boolean {
  const parts = Object.keys(body) as Part[]
  return parts.some((part) => sentOf(part, valuesOf(before)) !== sentOf(part, valuesOf(latest)))
}

function pick(inspection: Inspection, parts: readonly Part[]): Partial<Inspection> {
  return Object.fromEntries(parts.map((part) => [part, inspection[part]]))
}
