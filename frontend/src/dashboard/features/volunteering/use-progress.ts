import { App } from 'antd'
import { useText } from '../../i18n/use-text'
import { PART } from './in-parts'
import { volunteeringText } from './volunteering-text'

const KEY = 'sent-in-parts'

/** Says how far it is while more than one part is sent. */
export function useProgress() {
  const t = useText(volunteeringText)
  const { message } = App.useApp()
  return {
    show: (done: number, total: number) => {
      if (total > PART) {
        void message.open({ key: KEY, type: 'loading', content: t('sent_of', { done, total }), duration: 0 })
      }
    },
    end: () => message.destroy(KEY),
  }
}
