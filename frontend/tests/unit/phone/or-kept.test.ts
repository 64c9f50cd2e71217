import { expect, test } from 'vitest'
import { orKept } from '@/phone/app/or-kept'
import { networkError } from '@/shared/api/problem'

const soon = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), 10))

test('answers with what the network says', async () => {
  expect(await orKept(Promise.resolve('new'), soon('kept'))).toBe('new')
})

test('answers with what was kept where there is no network', async () => {
  expect(await orKept(Promise.reject(networkError()), soon('kept'))).toBe('kept')
})

test('fails where nothing was kept', async () => {
  await expect(orKept(Promise.reject(networkError()), soon(undefined))).rejects.toMatchObject({ status: 0 })
})

// The runner fails on a failure that nobody hears, as a browser reports one.
test('a page that is left while what was kept is looked up fails for whoever asked alone', async () => {
  const left = new DOMException('signal is aborted without reason', 'AbortError')
  await expect(orKept(Promise.reject(left), soon('kept'))).rejects.toBe(left)
})
