import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { DeletedUsersTexts } from '../english/deleted-users.ts';

const counted = counting('zh-Hans');

export const deletedUsers = {
  title: '已删除的用户',
  description: (days) => counted(days, { other: '用户在删除后 # 天内可以还原，之后将被永久删除。' }),
  find: '姓名或原用户名',
  anyTime: '任意剩余时间',
  soon: (days) => counted(days, { other: '# 天内将永久删除' }),
  formerName: '原用户名',
  deletedOn: '删除日期',
  daysLeft: '可还原',
  left: (days, last) => (days === 0 ? `不足一天（至 ${last}）` : counted(days, { other: `还剩 # 天（至 ${last}）` })),
  noneTitle: '没有已删除的用户',
  none: (days) => counted(days, { other: '被删除的用户会在此保留 # 天，其间可以还原。' }),
  notFound: '已删除的用户中没有人符合您的查找条件。',
  chooseFirst: '请先从列表中选择用户。',
  restore: '还原',
  remove: '永久删除',
  restoreTitle: (name) => `还原 ${name}`,
  restoreWhat: '数据和邮箱会恢复；有剩余席位的许可证会恢复，其他许可证则排队等待。角色不会恢复，如有需要请重新授予。',
  restoreMany: '每个人都会恢复原用户名；如果该用户名现在属于他人，则此用户会被拒绝，可以单独用新用户名还原。',
  passwordTo: (address) => `新密码将通过邮件发送至 ${address}；原密码不再有效。`,
  passwordToAdministrator: '该用户没有备用电子邮件地址，因此新密码将通过邮件发送给管理员；原密码不再有效。',
  userName: '用户名',
  userNameHint: '除非另选，否则使用原用户名。',
  nameMissing: '请键入用户名，例如 anna@contoso.com。',
  taken: (holder) => `${holder} 现在使用此用户名。请选择其他用户名。`,
  restored: (name, userName) => `已将 ${name} 还原为 ${userName}，新密码将通过邮件发送。`,
  waitsFor: (licence, seats) => `${licence} 没有剩余席位，因此需要等待。需购买席位数：${seats}。`,
  removeTitle: (name) => `永久删除 ${name}`,
  removeWhat: '帐户及其数据会立即删除，无法恢复；审核记录会保留。',
  typeName: (userName) => `键入 ${userName} 以确认`,
  removed: (name) => `已永久删除 ${name}。`,
} satisfies DeletedUsersTexts;
