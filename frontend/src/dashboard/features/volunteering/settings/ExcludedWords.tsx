import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Input, Tag } from 'antd'
import { type FormEvent, useState } from 'react'
import { useCan } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import { excludedWordsQuery, useAddWord, useRemoveWord } from './settings-queries'
import { settingsText } from './settings-text'

/** The list of the whole installation; one who removes a word may put it back at once. */
export function ExcludedWords() {
  const t = useText(settingsText)
  const can = useCan()
  const words = useQuery(excludedWordsQuery)
  const mayWrite = can('excluded_words.write')
  const list = words.data ?? []
  return (
    <section aria-labelledby="excluded-words">
      <h2 id="excluded-words">{t('words')}</h2>
      <p className="soft">
        {t('words_hint')} {!mayWrite && t('words_read_only')}
      </p>
      {mayWrite && <AddWord />}
      <ListFace list={words} isEmpty={list.length === 0} empty={{ title: t('words_empty') }}>
        <ul className="vol-words">
          {list.map(({ id, word }) => (
            <li key={id}>{mayWrite ? <RemovableWord id={id} word={word} /> : <Tag>{word}</Tag>}</li>
          ))}
        </ul>
      </ListFace>
    </section>
  )
}

function AddWord() {
  const t = useText(settingsText)
  const { message } = App.useApp()
  const add = useAddWord()
  const [word, setWord] = useState('')
  const typed = word.trim()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (typed === '') return
    const onSuccess = () => {
      setWord('')
      void message.success(t('word_added', { word: typed }))
    }
    add.mutate(typed, { onSuccess })
  }
  return (
    <>
      <form className="vol-words-add" onSubmit={send}>
        <Input
          maxLength={40}
          aria-label={t('word')}
          placeholder={t('word')}
          value={word}
          onChange={({ target }) => setWord(target.value)}
        />
        <Button
          htmlType="submit"
          icon={<PlusOutlined aria-hidden />}
          loading={add.isPending}
          disabled={typed === ''}
        >
          {t('word_add')}
        </Button>
      </form>
      {add.isError && <ProblemAlert error={add.error} />}
    </>
  )
}

function RemovableWord({ id, word }: { readonly id: string; readonly word: string }) {
  const t = useText(settingsText)
  const { message } = App.useApp()
  const remove = useRemoveWord()
  const add = useAddWord()
  const key = `removed-${word}`
  const undo = () => {
    message.destroy(key)
    add.mutate(word)
  }
  const told = () =>
    void message.open({
      key,
      type: 'success',
      duration: 8,
      content: (
        <>
          {t('word_removed', { word })}{' '}
          <Button type="link" size="small" onClick={undo}>
            {t('undo')}
          </Button>
        </>
      ),
    })
  return (
    <Tag
      closable={{ 'aria-label': t('word_remove', { word }) }}
      onClose={(event) => {
        event.preventDefault()
        remove.mutate(id, { onSuccess: told })
      }}
    >
      {word}
    </Tag>
  )
}
