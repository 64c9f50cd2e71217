import { instantAt, wallTime } from '@/shared/format/zoned-time'
import type { ActivityFactsIn, ActivityIn, ActivityOut, MissingExit, PlaceKind } from '../volunteering-types'
import { type ShiftValues, shiftIn } from './shift-values'

/** The facts of an activity as they are typed. */
export interface ActivityValues {
  readonly organisation_id?: string
  readonly team_id?: string
  readonly title: string
  readonly theme?: string
  readonly description?: string
  readonly place_kind: PlaceKind
  readonly place: string
  readonly served_party?: string
  readonly leader_id?: string
  readonly sign_up_required: boolean
  readonly until_day?: string
  readonly until_time?: string
  readonly missing_exit: MissingExit
  readonly template: boolean
  readonly shifts?: readonly ShiftValues[]
}

const END_OF_DAY = '23:59'

export const USUAL: Pick<ActivityValues, 'place_kind' | 'sign_up_required' | 'missing_exit' | 'template'> = {
  place_kind: 'address',
  sign_up_required: true,
  missing_exit: 'nothing',
  template: false,
}

export function factsIn(values: ActivityValues, timeZone: string): ActivityFactsIn {
  const { until_day, until_time = END_OF_DAY } = values
  return {
    team_id: values.team_id ?? null,
    title: values.title.trim(),
    theme: values.theme?.trim() ?? '',
    description: values.description?.trim() ?? '',
    place_kind: values.place_kind,
    place: values.place.trim(),
    served_party: values.served_party?.trim() || null,
    leader_id: values.leader_id ?? null,
    sign_up_required: values.sign_up_required,
    sign_up_until: until_day === undefined ? null : instantAt(until_day, until_time, timeZone),
    missing_exit: values.missing_exit,
    template: values.template,
  }
}

export function activityIn(values: ActivityValues, timeZone: string): ActivityIn {
  return {
    ...factsIn(values, timeZone),
    organisation_id: values.organisation_id ?? '',
    shifts: (values.shifts ?? []).map((shift) => shiftIn(shift, timeZone)),
  }
}

export function valuesOf(activity: ActivityOut, timeZone: string): ActivityValues {
  const { team_id, leader_id, served_party, sign_up_until } = activity
  const until = sign_up_until === null ? null : wallTime(sign_up_until, timeZone)
  return {
    title: activity.title,
    theme: activity.theme,
    description: activity.description,
    place_kind: activity.place_kind,
    place: activity.place,
    sign_up_required: activity.sign_up_required,
    missing_exit: activity.missing_exit,
    template: activity.template,
    ...(team_id !== null && { team_id }),
    ...(leader_id !== null && { leader_id }),
    ...(served_party !== null && { served_party }),
    ...(until !== null && { until_day: until.day, until_time: until.time }),
  }
}
