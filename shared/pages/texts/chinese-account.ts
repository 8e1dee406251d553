import type { AccountTexts } from './page-texts.ts';

/** The account page in simplified Chinese. */
export const chineseAccount: AccountTexts = {
  accountTitle: '您的帐户',
  passwordSection: '密码',
  currentPassword: '当前密码',
  passwordChanged: '您的密码已更改。其他所有位置均已退出登录。',
  currentMissing: '请输入当前密码。',
  currentWrong: '当前密码不正确。',
  sessionsSection: '您的登录位置',
  sessionsIntroduction: '请结束您不认识的会话，然后设置新密码。',
  thisSession: '此浏览器',
  unknownClient: '未知程序',
  since: '开始于',
  end: '结束',
  endAll: '退出所有登录',
  sessionEnded: '该会话已结束。',
  loading: '请稍候…',
};
