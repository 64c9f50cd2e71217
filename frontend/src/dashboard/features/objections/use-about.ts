import type { ObjectionOut } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { objectionsText } from './objections-text'

/** What an objection is about, in words: a part of the archive, or of a result. */
export function useAbout(): (objection: Pick<ObjectionOut, 'about_type' | 'about_part'>) => string {
  const t = useText(objectionsText)
  return ({ about_type, about_part }) => {
    if (about_type !== 'duty_result') return about_part ?? t('about_archive')
    return about_part === null ? t('about_result') : t('about_result_part', { part: about_part })
  }
}
