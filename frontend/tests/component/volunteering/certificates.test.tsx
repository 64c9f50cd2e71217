import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'
import { CERTIFICATE, listOf, OFFICER } from './volunteering-bodies'

function answerCertificate(certificate: object = {}) {
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/certificates/certificate-1', () =>
      HttpResponse.json({ ...CERTIFICATE, ...certificate }),
    ),
  )
}

test('says which requests are on notice and which may be issued', async () => {
  const over = { ...CERTIFICATE, id: 'certificate-2', name: '张敏', notice_until: '2026-11-21' }
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/certificates', () => HttpResponse.json(listOf(CERTIFICATE, over))),
  )
  await renderAt('/volunteering/certificates')
  expect(await screen.findByRole('row', { name: /李伟/ })).toHaveTextContent('公示中，至2026年11月22日')
  expect(screen.getByRole('row', { name: /张敏/ })).toHaveTextContent('公示已满，可开具')
})

test('on the last day of the notice it cannot be issued yet', async () => {
  answerCertificate()
  await renderAt('/volunteering/certificates/certificate-1')
  expect(await screen.findByRole('button', { name: '开具证明' })).toBeDisabled()
  expect(screen.getByText('公示到2026年11月22日为止，期满后才能开具。')).toBeVisible()
})

test('after the notice it is issued', async () => {
  answerCertificate({ notice_until: '2026-11-21' })
  let isIssued = false
  server.use(
    http.post('*/api/v1/certificates/certificate-1/actions/issue', () => {
      isIssued = true
      return HttpResponse.json({ ...CERTIFICATE, state: 'issued' })
    }),
  )
  await renderAt('/volunteering/certificates/certificate-1')
  await userEvent.click(await screen.findByRole('button', { name: '开具证明' }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '开具证明' }))
  expect(await screen.findByText('证明已开具')).toBeVisible()
  expect(isIssued).toBe(true)
})

test('an issued one shows both sums apart, its number and how it is checked', async () => {
  answerCertificate({
    state: 'issued',
    allowed_actions: ['revoke'],
    number: 'YPZM2026000123',
    code: 'K7QZ',
    check_url: 'https://gongwei.example/m/#certificate=K7QZ',
    issued_at: '2026-11-21T01:00:00Z',
    issued_by_name: '赵磊',
  })
  await renderAt('/volunteering/certificates/certificate-1')
  const sums = await screen.findByRole('region', { name: '时长' })
  expect(sums).toHaveTextContent('现场记录123 小时 40 分补录4 小时星级1 星')
  expect(screen.getByText('YPZM2026000123')).toBeVisible()
  expect(screen.getByRole('link', { name: '打开查验页' })).toHaveAttribute(
    'href',
    'https://gongwei.example/m/#certificate=K7QZ',
  )
  expect(screen.getByRole('button', { name: '下载证明' })).toBeVisible()
  expect(screen.getByRole('button', { name: '撤销证明' })).toBeVisible()
})
