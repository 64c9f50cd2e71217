import { PlusOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut, ReportSection } from '../duty-types'
import { useChangeRound } from '../round-queries'
import { useKeptDraft } from '../use-kept-draft'
import { SectionFields } from './SectionFields'
import { sectionsText } from './sections-text'

const MOST_SECTIONS = 20
const SHORTEST = 50
const LONGEST = 20_000

export function SectionsEditor({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(sectionsText)
  const { message } = App.useApp()
  const save = useChangeRound(round)
  const draft = useKeptDraft<readonly ReportSection[]>(`sections ${round.id}`, () => round.report_sections)
  const sections = draft.value
  const setSections = draft.set
  const isChanged = JSON.stringify(sections) !== JSON.stringify(round.report_sections)
  const isSound = sections.every((one) => one.title.trim() !== '' && isAdvice(one.advised_characters))
  const total = sections.reduce((sum, { advised_characters }) => sum + (advised_characters ?? 0), 0)
  const add = () => setSections([...sections, newSection(sections, t('new'))])
  const send = () =>
    save.mutate(
      { report_sections: [...sections] },
      {
        onSuccess: () => {
          draft.forget(sections)
          void message.success(t('saved'))
        },
      },
    )
  return (
    <section aria-label={t('title')} className="duty-sections">
      <p className="soft">{t('hint')}</p>
      {save.isError && <ProblemAlert error={save.error} />}
      <ol className="scheme-rows">
        {sections.map((section, place) => (
          <SectionFields
            key={section.key}
            section={section}
            place={place}
            sections={sections}
            isAdvised={isAdvice(section.advised_characters)}
            onChange={setSections}
          />
        ))}
      </ol>
      <p className="duty-after">
        <Button icon={<PlusOutlined aria-hidden />} disabled={sections.length >= MOST_SECTIONS} onClick={add}>
          {t('add')}
        </Button>
        <span className="soft">{total > 0 && t('total', { count: total })}</span>
      </p>
      <div className="duty-bar">
        <Button type="primary" disabled={!isChanged || !isSound} loading={save.isPending} onClick={send}>
          {t('save')}
        </Button>
        {isChanged && (
          <>
            <Button onClick={() => draft.forget(round.report_sections)}>{t('discard')}</Button>
            <span className="soft">{t('unsaved')}</span>
          </>
        )}
      </div>
    </section>
  )
}

function isAdvice(length: number | null | undefined): boolean {
  return length === null || length === undefined || (length >= SHORTEST && length <= LONGEST)
}

function newSection(sections: readonly ReportSection[], title: string): ReportSection {
  let number = sections.length + 1
  while (sections.some(({ key }) => key === `part_${number}`)) number += 1
  return { key: `part_${number}`, title, hint: '', advised_characters: 500 }
}
