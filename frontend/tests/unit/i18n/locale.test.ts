import { expect, test } from 'vitest'
import { createLocaleStore } from '@/shared/i18n/locale'

function memoryStorage(entries: Record<string, string> = {}) {
  const held = new Map(Object.entries(entries))
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  }
}

test('starts in Chinese, also where nothing can be stored', () => {
  expect(createLocaleStore(memoryStorage()).get()).toBe('zh-CN')
  expect(createLocaleStore(null).get()).toBe('zh-CN')
  expect(createLocaleStore(memoryStorage({ 'gongwei.locale': 'fr-FR' })).get()).toBe('zh-CN')
})

test('keeps the chosen language for the next visit and tells who listens', () => {
  const storage = memoryStorage()
  const store = createLocaleStore(storage)
  const heard: string[] = []
  const stop = store.subscribe(() => heard.push(store.get()))
  store.set('en-US')
  stop()
  store.set('zh-CN')
  store.set('en-US')
  expect(heard).toEqual(['en-US'])
  expect(createLocaleStore(storage).get()).toBe('en-US')
})
