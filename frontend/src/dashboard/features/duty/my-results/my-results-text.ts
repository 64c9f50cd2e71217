import { defineText } from '@/shared/i18n/translate'

export const myResultsText = defineText({
  title: { zh: '我的述职结果', en: 'My results' },
  empty: { zh: '还没有发布您的述职结果', en: 'No result of yours is published yet' },
  empty_hint: {
    zh: '结果发布后，您在这里看到本人得分和整体分布。只看得到自己的，没有名次。',
    en: 'Once published, your own scores and the spread of all are shown here: nobody else’s, and no ranking.',
  },
  line: { zh: '{year}年 · {organisation}', en: '{year} · {organisation}' },
  total: { zh: '总分 {total}', en: 'Total {total}' },
  revision: { zh: '第 {number} 版', en: 'Revision {number}' },
  superseded: { zh: '已有新的版本', en: 'A later revision is published' },
  published_on: { zh: '{date} 发布', en: 'Published {date}' },
  to_acknowledge: { zh: '待您签收', en: 'To be acknowledged' },
  acknowledged: { zh: '已签收', en: 'Acknowledged' },
  acknowledged_at: { zh: '{at} 签收', en: 'Acknowledged {at}' },
  acknowledge: { zh: '签收', en: 'Acknowledge' },
  acknowledge_title: { zh: '签收这份结果？', en: 'Acknowledge this result?' },
  acknowledge_text: {
    zh: '表示您已看到结果，不表示同意。签收后仍可提出异议。',
    en: 'You say that you have seen it, not that you agree. You can still object.',
  },
  acknowledged_now: { zh: '已签收', en: 'Acknowledged' },
  object: { zh: '提出异议', en: 'Object' },
  object_text: {
    zh: '由另一人核查后答复您。成立的，重新评议并发布新的版本。',
    en: 'Another person examines it and answers. If you are right, the round is reopened and published anew.',
  },
  object_part: { zh: '对哪一项', en: 'Which part' },
  object_all: { zh: '总分和等次', en: 'Total and grade' },
  object_what: { zh: '哪里不对，为什么', en: 'What is wrong, and why' },
  object_done: { zh: '已提出，等待核查', en: 'Sent; somebody examines it now' },
  class_and_acts: { zh: '全体与签收', en: 'Class and acknowledgement' },
  class: { zh: '全体 {n} 人', en: 'Of {n} people' },
  no_ranking: {
    zh: '只有您本人和组织者看得到您的得分；这里不排名次，也看不到别人的。',
    en: 'Your scores are seen by you and those who run the round. There is no ranking, and nobody else’s is shown.',
  },
  missing_result: {
    zh: '没有这份结果，或它还没有发布。',
    en: 'There is no such result, or it is not published.',
  },
})
