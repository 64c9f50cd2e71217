import { expect, test } from 'vitest'
import { placeOf } from '@/phone/app/use-place'

test.each([
  ['', { page: 'home' }],
  ['#/', { page: 'home' }],
  ['#/tasks/task-1', { page: 'task', id: 'task-1' }],
  ['#/talks/talk-1', { page: 'talk', id: 'talk-1' }],
  ['#/activities', { page: 'activities' }],
  ['#/activities/a-1', { page: 'activity', id: 'a-1' }],
  ['#/hours/h-1', { page: 'hours_entry', id: 'h-1' }],
  ['#/scan/exit', { page: 'scan', kind: 'exit' }],
  ['#/lead/a-1', { page: 'lead', id: 'a-1' }],
  ['#/lead/a-1/list/s-1', { page: 'roster', id: 'a-1', shiftId: 's-1' }],
  ['#certificate=Ab_9-x', { page: 'certificate_check', code: 'Ab_9-x' }],
  ['#confirm=Ab_9-x', { page: 'confirmation', code: 'Ab_9-x' }],
  ['#/scan/sideways', { page: 'home' }],
  ['#/constructor', { page: 'home' }],
  ['#/activities/../x', { page: 'home' }],
])('%s is a place', (hash, place) => {
  expect(placeOf(hash)).toEqual(place)
})
