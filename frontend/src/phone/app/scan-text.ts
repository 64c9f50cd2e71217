import { defineText } from '@/shared/i18n/translate'

export const scanText = defineText({
  title_entry: { zh: '扫码签到', en: 'Scan to check in' },
  title_exit: { zh: '扫码签退', en: 'Scan to check out' },
  aim: { zh: '对准带队人屏幕上的二维码', en: 'Point at the code on the leader’s screen' },
  aim_member: { zh: '对准成员手机上的“我的码”', en: 'Point at “My code” on the member’s phone' },
  starting: { zh: '正在打开相机…', en: 'Opening the camera…' },
  picture: { zh: '相机画面', en: 'Camera picture' },
  denied: {
    zh: '未获得相机权限。请在浏览器设置中允许使用相机，或让带队人扫描“我的码”',
    en: 'Camera permission was refused. Allow it in the browser settings, or have the leader scan “My code”',
  },
  no_camera: {
    zh: '本机没有可用的相机，请使用“我的码”',
    en: 'No usable camera; use “My code”',
  },
  unsupported: {
    zh: '这个浏览器不让网页使用相机。请用微信“扫一扫”扫描二维码，或使用“我的码”',
    en: 'This browser gives no camera to pages. Scan with WeChat or the phone’s camera, or use “My code”',
  },
  no_reader: {
    zh: '识别二维码的程序没有加载，请联网后重试，或使用“我的码”',
    en: 'The code reader could not be loaded. Try again online, or use “My code”',
  },
  try_again: { zh: '重新打开相机', en: 'Open the camera again' },
  my_code: { zh: '我的码', en: 'My code' },
  by_list: {
    zh: '也可以请带队人在名单上点名。',
    en: 'The leader can also mark you on the list.',
  },
  not_ours: { zh: '这不是签到码', en: 'This is not a check-in code' },
  is_personal: {
    zh: '这是成员的个人码，请扫带队人屏幕上的二维码',
    en: 'This is a member’s own code; scan the one on the leader’s screen',
  },
  is_shift: {
    zh: '这是屏幕上的签到码，请扫成员的“我的码”',
    en: 'This is the code of the screen; scan the member’s “My code”',
  },
})
