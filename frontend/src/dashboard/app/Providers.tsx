import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import { type ReactNode, useEffect, useState } from 'react'
import type { Locale } from '@/shared/i18n/locale'
import 'dayjs/locale/zh-cn'
import { useLocale } from './locale'
import type { DeskRouter } from './router'
import { deskTheme } from './theme'

const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)').matches
const theme = deskTheme(reducedMotion)
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

interface ProvidersProps {
  readonly queryClient: QueryClient
  readonly router: DeskRouter
}

export function Providers({ queryClient, router }: ProvidersProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <DeskConfig>
        <RouterProvider router={router} />
      </DeskConfig>
    </QueryClientProvider>
  )
}

/** Language, theme and the page's nonce for everything that antd draws. */
export function DeskConfig({ children }: { readonly children: ReactNode }) {
  const locale = useLocale()
  const antdLocale = useAntdLocale(locale)
  useEffect(() => {
    document.documentElement.lang = locale
    dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en')
  }, [locale])
  return (
    <ConfigProvider
      theme={theme}
      locale={antdLocale}
      csp={{ nonce }}
      // antd would write 查 询 for 查询: search and screen readers miss it.
      button={{ autoInsertSpace: false }}
    >
      <App>{children}</App>
    </ConfigProvider>
  )
}

type AntdLocale = typeof zhCN

// Chinese comes with the page; English is fetched by those who choose it.
function useAntdLocale(locale: Locale): AntdLocale {
  const [english, setEnglish] = useState<AntdLocale>()
  useEffect(() => {
    if (locale !== 'en-US') return
    const load = async () => setEnglish((await import('antd/locale/en_US')).default)
    void load()
  }, [locale])
  return locale === 'en-US' && english !== undefined ? english : zhCN
}
