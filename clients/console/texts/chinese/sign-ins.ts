import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { SignInsTexts } from '../english/sign-ins.ts';

const counted = counting('zh-Hans');

export const signIns = {
  title: '登录记录',
  description: '谁登录了、谁登录失败以及登录来源。',
  when: '时间',
  who: '登录者',
  result: '结果',
  where: '来源',
  unknownPerson: '不存在的用户名',
  unknownApplication: '不存在的应用程序 ID',
  noneTitle: '没有登录记录',
  none: '没有符合条件的登录记录。请选择更长的时间或更少的条件。',
  loading: '正在读取登录记录…',
  older: '显示更早的记录',
  person: '人员',
  application: '应用程序',
  anyResult: '所有结果',
  succeeded: '成功',
  failed: '失败',
  known: '此人员以前使用过的浏览器',
  browser: '浏览器',
  program: '程序',
  locked: (moment) => `用户名已锁定至 ${moment}。`,
  counted: (count) => counted(count, { other: '这一刻钟内 # 次' }),
  reasons: {
    SignedIn: '已登录',
    PasswordChangeRequired: '密码正确，但必须先更改密码',
    SignInFailed: '密码错误',
    SignInLocked: '错误密码过多：暂时锁定',
    PasswordLapsed: '临时密码未及时使用',
    AccountBlocked: '帐户已被阻止',
    UserUnknown: '没有人使用此用户名',
    ClientUnknown: '没有应用程序使用此 ID',
    SecretWrong: '密钥错误或已过期',
  },
} satisfies SignInsTexts;
