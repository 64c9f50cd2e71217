import { defineText } from '@/shared/i18n/translate'

export const screenText = defineText({
  title: { zh: '签到码 · {title}', en: 'Check-in code · {title}' },
  code: { zh: '签到二维码，每 {seconds} 秒更换', en: 'Check-in code, new every {seconds} seconds' },
  scan: { zh: '请用手机扫码签到、签退', en: 'Scan with your phone to check in and out' },
  rest: { zh: '{count} 秒后更换', en: { one: 'New in {count} second', other: 'New in {count} seconds' } },
  inside: { zh: '在场', en: 'Here now' },
  left: { zh: '已离开', en: 'Left' },
  confirmed: { zh: '已报名', en: 'Signed up' },
  shift: { zh: '班次', en: 'Shift' },
  leave: { zh: '退出投屏', en: 'Leave' },
  full: { zh: '全屏', en: 'Full screen' },
  offline: {
    zh: '网络中断，二维码还可用 {count} 分钟；签到照常，人数恢复后更新',
    en: {
      one: 'No network. The codes last {count} more minute; scanning goes on, the figures follow later',
      other: 'No network. The codes last {count} more minutes; scanning goes on, the figures follow later',
    },
  },
  used_up: { zh: '二维码已用完', en: 'The codes are used up' },
  used_up_text: {
    zh: '网络恢复后会自动显示新的二维码。在此之前，请扫描成员的个人码，或在名单上登记。',
    en: 'A new one appears when the network is back. Until then scan members’ own codes or mark the list.',
  },
  no_shift: { zh: '这场活动没有可签到的班次', en: 'This activity has no shift to check in to' },
  failed: { zh: '二维码没有取到', en: 'The code could not be fetched' },
})
