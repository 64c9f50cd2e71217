import type { ArchiveOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { useText } from '../../i18n/use-text'
import { archiveText } from './archive-text'

/** Who it is about, and the posts held on the day. */
export function ArchivePerson({ person, posts }: Pick<ArchiveOut, 'person' | 'posts'>) {
  const t = useText(archiveText)
  const format = useFormat()
  const facts = [
    [t('name'), person.name],
    [t('sex'), person.sex === null ? null : t.code(person.sex)],
    [t('birth_on'), person.birth_on === null ? null : format.date(person.birth_on)],
    [t('nationality'), person.nationality],
    [t('education'), person.education],
    [t('organisation'), person.organisation_name],
  ] as const
  return (
    <section aria-label={t('person')}>
      <dl className="archive-person">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? '—'}</dd>
          </div>
        ))}
        <div className="archive-posts">
          <dt>{t('posts')}</dt>
          <dd>
            {posts.length === 0 && t('posts_none')}
            {posts.map(({ organisation_name: place, title: post, from_on }) => (
              <p key={`${place} ${post}`}>{t('post_since', { place, post, day: format.date(from_on) })}</p>
            ))}
          </dd>
        </div>
      </dl>
    </section>
  )
}
