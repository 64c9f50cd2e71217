import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '@/phone/app/App'
import { session } from '@/phone/app/api'
import { server } from '../support/network'
import { volunteer } from './volunteering-bodies'

/** A browser without workers has no reader of codes; this one starts and reads nothing. */
class SilentWorker {
  postMessage() {
    return undefined
  }
  terminate() {
    return undefined
  }
}

function cameraThat(fails: DOMException) {
  vi.stubGlobal('Worker', SilentWorker)
  vi.stubGlobal('navigator', {
    ...navigator,
    userAgent: navigator.userAgent,
    mediaDevices: { getUserMedia: () => Promise.reject(fails) },
  })
}

async function open(hash: string) {
  server.use(...volunteer([]))
  window.location.hash = hash
  await session.refresh()
  render(<App />)
}

afterEach(() => {
  vi.unstubAllGlobals()
  window.location.hash = ''
})

test('a camera that is not allowed says how to allow it, and offers my code', async () => {
  cameraThat(new DOMException('no', 'NotAllowedError'))
  await open('#/scan/entry')
  expect(await screen.findByRole('alert')).toHaveTextContent('未获得相机权限')
  expect(within(screen.getByRole('main')).getByRole('link', { name: '我的码' })).toHaveAttribute(
    'href',
    '#/code',
  )
  expect(screen.getByRole('button', { name: '重新打开相机' })).toBeVisible()
})

test('a phone without a camera uses my code', async () => {
  cameraThat(new DOMException('no', 'NotFoundError'))
  await open('#/scan/exit')
  expect(await screen.findByRole('heading', { name: '扫码签退' })).toBeVisible()
  expect(await screen.findByRole('alert')).toHaveTextContent('本机没有可用的相机，请使用“我的码”')
})

test('a webview that gives no camera is told so', async () => {
  await open('#/scan/entry')
  expect(await screen.findByRole('alert')).toHaveTextContent('请用微信“扫一扫”扫描二维码')
})

test('my code is drawn, also without a network, and renewing asks first', async () => {
  let serial = 1
  const body = () => ({ code: `GP1.AZq8d3AAcACAAAAAAAAAAQ.${serial}.abcdefghij_-ABCDEFGHIJ`, name: '王芳' })
  server.use(
    http.get('*/api/v1/me/personal-code', () => HttpResponse.json(body())),
    http.post('*/api/v1/me/personal-code/actions/renew', () => {
      serial += 1
      return HttpResponse.json(body())
    }),
  )
  await open('#/code')
  expect(await screen.findByRole('img', { name: '王芳的个人码' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '换一个码' }))
  await userEvent.click(screen.getByRole('button', { name: '作废并换新' }))
  expect(await screen.findByText('已换成新码。')).toBeVisible()
  expect(serial).toBe(2)
  server.use(http.get('*/api/v1/me/personal-code', () => HttpResponse.error()))
  window.dispatchEvent(new Event('online'))
  expect(await screen.findByText(/当前无网络/)).toBeVisible()
  expect(screen.getByRole('img', { name: '王芳的个人码' })).toBeVisible()
})
