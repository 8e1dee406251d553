import type { ProblemsTexts } from '../english/problems.ts';

export const problems = {
  offline: { title: '没有连接', way: '您的浏览器无法连接到 Muster。请检查网络，然后重试；您输入的内容不会丢失。' },
  unavailable: {
    title: 'Muster 目前无法响应',
    way: '请一分钟后重试。如果问题持续存在，请告知为您运行 Muster 的人员。',
  },
  tooMany: { title: '请求过多', way: '其他人也在使用。请稍等片刻，然后重试。' },
  tooManyFor: (seconds) => `其他人也在使用。请在 ${seconds} 秒后重试。`,
  signedOut: { title: '您的会话已结束', way: '请重新登录以继续。' },
  forbidden: {
    title: '您无权执行此操作',
    way: '这需要您没有的角色。全局管理员（Global Administrator）可以授予您该角色。',
  },
  changed: { title: '其他人在此期间更改了此内容', way: '您的更改未保存。请查看当前内容，然后重新更改。' },
  isNow: (property, value) => `${property}现在是“${value}”`,
  elsewhere: '不在此表单上的内容。',
  notFound: { title: '此内容已不存在', way: '可能已被其他人删除。请返回列表重新查看。' },
  refused: { title: '无法执行此操作', way: '请更改下面列出的内容，然后重试。' },
  toList: '转到列表',
  tryAgain: '重试',
  showCurrent: '显示当前内容',
  requestId: (id) => `请求 ${id}`,
} satisfies ProblemsTexts;
