import { useQuery } from '@tanstack/react-query'
import type { TalkOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { useCan } from '../../auth/session-query'
import { DownloadButton } from '../../components/DownloadButton'
import { HistoryButton } from '../../components/HistoryDrawer'
import { ListFace } from '../../components/ListFace'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { useRecordWords } from '../../records/use-record-words'
import { LetterPreview } from './LetterPreview'
import { TalkActions } from './TalkActions'
import { TalkFacts } from './TalkFacts'
import { TalkIssues, TalkTasks } from './TalkIssues'
import { TalkStateTag } from './TalkStateTag'
import { TalkSteps } from './TalkSteps'
import { talkQuery } from './talk-queries'
import { talksText } from './talks-text'
import { useTalkState } from './use-talk-state'
import './talks.css'

export function TalkPage({ id }: { readonly id: string }) {
  const talk = useQuery(talkQuery(id))
  return (
    <div className="page">
      <ListFace list={talk} isEmpty={false} empty={{ title: '' }}>
        {talk.data !== undefined && <TalkDetails talk={talk.data} />}
      </ListFace>
    </div>
  )
}

function TalkDetails({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talksText)
  const can = useCan()
  return (
    <>
      <PageHeader
        title={talk.title}
        {...(can('talks.read') && { parent: { to: '/secretaries/talks', label: t('title') } })}
        meta={<TalkStateTag talk={talk} />}
        actions={
          <>
            <TalkActions talk={talk} />
            <TalkPapers talk={talk} />
          </>
        }
      />
      <TalkSteps talk={talk} />
      <div className="talk-columns">
        <div>
          {talk.kind === 'letter' ? <LetterPreview talk={talk} /> : <TalkRecord talk={talk} />}
          {talk.kind === 'reminder' && <TalkIssues talk={talk} />}
          {talk.tasks.length > 0 && <TalkTasks tasks={talk.tasks} />}
          {talk.acknowledged_at !== null && <TalkStatement talk={talk} />}
        </div>
        <TalkFacts talk={talk} />
      </div>
    </>
  )
}

function TalkPapers({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talksText)
  const words = useRecordWords()
  const stateOf = useTalkState()
  const path = `/api/v1/talks/${talk.id}`
  const state = (code: string) => stateOf({ kind: talk.kind, state: code as TalkOut['state'] })
  return (
    <>
      <DownloadButton label={t('word')} path={`${path}/document`} query={{ format: 'docx' }} />
      <DownloadButton label={t('pdf')} path={`${path}/document`} query={{ format: 'pdf' }} />
      <HistoryButton path={`${path}/history`} names={{ action: words.action, state }} />
    </>
  )
}

function TalkRecord({ talk: { kind, content } }: { readonly talk: TalkOut }) {
  const t = useText(talksText)
  return (
    <section aria-labelledby="talk-record">
      <h2 id="talk-record">{t(kind === 'inquiry' ? 'record_inquiry' : 'record')}</h2>
      {content === '' ? (
        <p className="soft">{t('record_none')}</p>
      ) : (
        <p className="talk-writing">{content}</p>
      )}
    </section>
  )
}

const STATEMENTS = {
  appointment: 'statement',
  reminder: 'statement',
  inquiry: 'statement_inquiry',
  letter: 'statement_letter',
} as const

function TalkStatement({ talk: { kind, statement, acknowledged_at } }: { readonly talk: TalkOut }) {
  const t = useText(talksText)
  const format = useFormat()
  return (
    <section aria-labelledby="talk-statement">
      <h2 id="talk-statement">{t(STATEMENTS[kind])}</h2>
      <p className="soft">{t('acknowledged_at', { at: format.dateTime(acknowledged_at) })}</p>
      {statement === null || statement === '' ? (
        <p className="soft">{t('statement_none')}</p>
      ) : (
        <p className="talk-writing">{statement}</p>
      )}
    </section>
  )
}
