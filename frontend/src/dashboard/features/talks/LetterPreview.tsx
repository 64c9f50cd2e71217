import type { TalkOut } from '@/shared/api/schema.gen'
import { useSettings } from '../../app/settings-query'
import { useFormat } from '../../app/use-format'
import { useText } from '../../i18n/use-text'
import { talksText } from './talks-text'

/** How the letter looks: red head, number, title, addressee, text, signature and date. */
export function LetterPreview({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talksText)
  const format = useFormat()
  const { committee_name } = useSettings()
  const { title, number, addressee, content, held_on } = talk
  const paragraphs = content.split('\n').filter((line) => line.trim() !== '')
  return (
    <figure className="letter-figure">
      <article className="letter" aria-label={t('preview')}>
        <p className="letter-head">{committee_name}</p>
        <p className="letter-number">{number ?? t('number_none')}</p>
        <p className="letter-title">{title}</p>
        <p className="letter-addressee">{addressee}：</p>
        {paragraphs.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never change places
          <p key={index} className="letter-line">
            {line}
          </p>
        ))}
        <p className="letter-sign">
          <span>{committee_name}</span>
          <span>{held_on === null ? t('date_none') : format.date(held_on)}</span>
        </p>
      </article>
      <figcaption className="soft">{t('preview_hint')}</figcaption>
    </figure>
  )
}
