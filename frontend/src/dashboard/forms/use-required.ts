import { useMemo } from 'react'
import { useText } from '../i18n/use-text'
import { wordsText } from '../i18n/words-text'

/** antd puts the field's own label here. */
const label = '$' + '{label}'

/** The rules of fields that may not be left empty; each says which field it is. */
export function useRequired() {
  const words = useText(wordsText)
  return useMemo(() => {
    const typed = words('required_typed', { label })
    return {
      text: { required: true, whitespace: true, message: typed },
      number: { required: true, message: typed },
      choice: { required: true, message: words('required_chosen', { label }) },
    }
  }, [words])
}
