import { App, Form, Input } from 'antd'
import type { BallotSessionOut } from '@/shared/api/schema.gen'
import { readTypedCode } from '@/shared/ballot/code'
import { FormDialog } from '../../../components/FormDialog'
import { useText } from '../../../i18n/use-text'
import { useVoidPapers } from './ballot-session-queries'
import { ballotsText } from './ballots-text'
import { PeopleSelect } from './PeopleSelect'
import { sayWho } from './say-who'

interface VoidValues {
  readonly codes?: string
  readonly person_ids?: string[]
}

const linesOf = (typed = '') =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Papers that were lost or handed to the wrong person; never one that was cast. */
export function VoidButton({ session: { id, title } }: { readonly session: BallotSessionOut }) {
  const t = useText(ballotsText)
  const { message } = App.useApp()
  const voidPapers = useVoidPapers(id)
  return (
    <FormDialog<VoidValues>
      label={t('void')}
      title={t('void_of', { title })}
      description={t('void_text')}
      onSubmit={async ({ codes, person_ids = [] }) => {
        const lines = linesOf(codes)
        await sayWho(voidPapers.mutateAsync({ codes: lines, person_ids }))
        void message.success(t('void_done', { count: lines.length + person_ids.length }))
      }}
    >
      {(form) => (
        <>
          <Form.Item
            name="codes"
            label={t('void_codes')}
            rules={[{ validator: (_, typed) => checkCodes(typed) }]}
          >
            <Input.TextArea rows={4} className="ballots-codes" placeholder="XXXX XXXX XXXX" />
          </Form.Item>
          <Form.Item
            name="person_ids"
            label={t('void_people')}
            dependencies={['codes']}
            rules={[
              {
                validator: async (_, people: readonly string[] = []) => {
                  const lines = linesOf(form.getFieldValue('codes'))
                  if (people.length + lines.length === 0) throw new Error(t('void_nothing'))
                },
              },
            ]}
          >
            <PeopleSelect />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )

  async function checkCodes(typed: string | undefined) {
    const lines = linesOf(typed)
    const wrong = lines.findIndex((line) => readTypedCode(line).state !== 'whole')
    if (wrong !== -1) throw new Error(t('void_line', { line: wrong + 1, code: lines[wrong] ?? '' }))
  }
}
