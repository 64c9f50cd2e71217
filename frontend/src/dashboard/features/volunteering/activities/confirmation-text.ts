import { defineText } from '@/shared/i18n/translate'

export const confirmationText = defineText({
  title: { zh: '服务对象确认', en: 'The served party’s word' },
  none: {
    zh: '可生成一次性链接发给{party}，请对方确认服务情况，无须登录。',
    en: 'A one-time link can be sent to {party}, who confirms the service without signing in.',
  },
  ask: { zh: '生成确认链接', en: 'Make the link' },
  ask_again: { zh: '重新生成', en: 'Make a new link' },
  ask_again_title: { zh: '重新生成确认链接？', en: 'Make a new link?' },
  ask_again_text: { zh: '原来的链接随即失效。', en: 'The old link stops working.' },
  asked: {
    zh: '已于 {at} 生成链接，{until} 前有效，尚未答复。',
    en: 'Link made {at}, good until {until}; no answer yet.',
  },
  expired: {
    zh: '{at} 生成的链接已于 {until} 过期，尚未答复。',
    en: 'The link made {at} expired {until} without an answer.',
  },
  link: { zh: '确认链接（只显示这一次）', en: 'Link (shown this once)' },
  copy: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '已复制', en: 'Copied' },
  confirmed: { zh: '已确认服务', en: 'Service confirmed' },
  denied: { zh: '表示未接受服务', en: 'Says it was not served' },
  rating: { zh: '满意度 {rating} / 5', en: 'Rating {rating} of 5' },
  answered: { zh: '{at} 答复', en: 'Answered {at}' },
})
