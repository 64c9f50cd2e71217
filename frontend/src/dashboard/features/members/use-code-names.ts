import { useQuery } from '@tanstack/react-query'
import type { CodeOut } from '@/shared/api/schema.gen'
import { NOTHING } from '@/shared/format/format'
import { useLocale } from '../../app/locale'
import { codeTablesQuery } from './code-tables-query'

interface Option {
  readonly value: string
  readonly label: string
}

interface CodeNames {
  readonly nationalities: readonly Option[]
  readonly educations: readonly Option[]
  nationality(code: string | null): string
  education(code: string | null): string
}

/** Words for the codes of ethnic group and education; the code itself until the tables are there. */
export function useCodeNames(): CodeNames {
  const locale = useLocale()
  const { data } = useQuery(codeTablesQuery)
  const options = (table: readonly CodeOut[] = []) =>
    table.map(({ code, name, name_en }) => ({ value: code, label: locale === 'zh-CN' ? name : name_en }))
  const nationalities = options(data?.nationality)
  const educations = options(data?.education)
  return {
    nationalities,
    educations,
    nationality: (code) => nameIn(nationalities, code),
    education: (code) => nameIn(educations, code),
  }
}

function nameIn(options: readonly Option[], code: string | null): string {
  if (code === null) return NOTHING
  return options.find(({ value }) => value === code)?.label ?? code
}
