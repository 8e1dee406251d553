import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { LicencesTexts } from '../english/licences.ts';

const counted = counting('zh-Hans');

export const licences = {
  title: '许可证',
  one: '许可证',
  description: '您的组织拥有的许可证及其剩余数量。',
  loading: '正在读取许可证…',
  name: '许可证',
  seats: '席位',
  given: '已分配',
  reserved: '为导入保留',
  left: '可用',
  noneLeft: '没有剩余',
  waiting: (count) => counted(count, { other: '# 人正在等待' }),
  change: '更改',
  setSeats: '设置席位数',
  setSeatsOf: (licence) => `设置 ${licence} 的席位数`,
  seatsHint: '您的组织购买的席位总数。',
  now: (seats, given, reserved) =>
    counted(seats, { other: `目前共有 # 个席位：已分配 ${given} 个，为导入保留 ${reserved} 个。` }),
  seatsInvalid: (most) => `请键入 0 到 ${most} 之间的整数。`,
  seatsBelow: (used) => counted(used, { other: '有 # 个席位正在使用，因此不能设置更小的数量。请先收回某人的许可证。' }),
  difference: (seats) =>
    seats === 0
      ? '数量保持不变。'
      : seats > 0
        ? counted(seats, { other: '比现在多 # 个席位。' })
        : counted(-seats, { other: '比现在少 # 个席位。' }),
  served: (count) => counted(count, { other: '排在最前面的 # 人会立即获得许可证：' }),
  others: (count) => counted(count, { other: '另外 # 人' }),
  stillWaiting: (count) => counted(count, { other: '# 人继续等待。' }),
  free: (count) => (count === 0 ? '没有空余席位。' : counted(count, { other: '# 个席位仍可用。' })),
  seatsSet: (licence, seats) => counted(seats, { other: `${licence} 现在有 # 个席位。` }),
  holders: '显示持有者',
  withMailbox: '含邮箱',
  withoutMailbox: '不含邮箱',
  line: '等待队列',
  lineHint: '一旦购买或收回席位，就会按此顺序分配给各人。',
  loadingLine: '正在读取队列…',
  nobodyWaits: '没有人在等待此许可证。',
  place: '位置',
  who: '姓名',
  since: '开始等待',
  more: '显示更多',
  plans: '应用和服务',
  plansHint: '可以为单个用户关闭其中任何一项。',
  noPlans: '此许可证没有已知的应用或服务。',
  noneTitle: '您的组织还没有许可证',
  none: '添加您购买的许可证及其席位数，然后即可将其分配给用户。',
  add: '添加许可证',
  added: (licence) => `已添加 ${licence}。`,
  product: '产品',
  productHint: '产品名称，或其部件号，例如 ENTERPRISEPACK。',
  productInvalid: '请选择产品，或键入其部件号：1 到 64 个字母、数字和 _。',
  productUnknown: '没有叫这个名称的已知产品。可以使用部件号。',
  useTyped: (text) => `使用：“${text}”`,
  mailboxHint: '失去最后一个含邮箱许可证的用户，其邮箱会在宽限期后关闭。',
} satisfies LicencesTexts;
