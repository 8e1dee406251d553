import { chineseFacts } from '../../refusals/facts/chinese.ts';
import { chineseFileRefusals } from '../../refusals/files/chinese.ts';
import { chineseRowRefusals } from '../../refusals/rows/chinese.ts';
import { counting } from '../../refusals/words/counting.ts';
import { chineseImports } from './chinese-imports.ts';
import type { MailTexts } from './mail-texts.ts';
import { peopleSecurity } from './people-security.ts';
import { personSecurity } from './person-security.ts';
import { strayTexts } from './stray-texts.ts';

const counted = counting('zh-Hans');
const days = (count: number) => counted(count, { other: '# 天' });
const people = (count: number) => counted(count, { other: '# 位用户' });

/** The mails in simplified Chinese. */
export const chinese: MailTexts = {
  label: (name) => `${name}：`,
  greeting: (name) => (name ? `${name}，您好：` : '管理员，您好：'),
  footer: {
    automatic: (organisation) => `此邮件由 ${organisation} 的用户目录自动发送。`,
    questions: (address) => `如有疑问，请联系您的管理员：${address}`,
  },
  fields: {
    name: '姓名',
    userName: '用户名',
    password: '密码',
    temporaryPassword: '临时密码',
    signIn: '登录',
    signInAt: '登录地址',
    quickStart: '快速入门指南',
    refusedAddress: '被拒收的地址',
  },
  personCredentials: {
    subject: (organisation) => `您的 ${organisation} 用户名和密码`,
    subjectWithoutPassword: (organisation) => `您的 ${organisation} 用户名`,
    title: (organisation) => `您的 ${organisation} 帐户`,
    introduction: (organisation) => `我们已在 ${organisation} 为您创建帐户。请使用以下信息登录：`,
    introductionAgain: (organisation) => `您在 ${organisation} 拥有帐户。请按以下方式登录：`,
    chosenPassword: '您的密码由管理员设定，并由管理员直接告知您。此密码绝不会通过邮件发送。',
    replaces: '此邮件取代之前的所有邮件。只有最新的密码有效。',
    replacesWithoutPassword: '此邮件取代之前的所有邮件。',
    keepSecret: '请妥善保管此邮件：任何知道密码的人都能以您的身份登录。',
    mustChange: '首次登录时，您必须设置自己的新密码。',
    worksUntil: (moment) => `此密码的有效期至 ${moment}。过期后，请向管理员索取新密码。`,
  },
  administratorCredentials: {
    subjectForOne: (name) => `${name} 的用户名和密码`,
    subject: (count) => `${people(count)}的用户名和密码`,
    introduction: (count, organisation) =>
      counted(count, {
        other: `已在 ${organisation} 为以下 # 位用户创建帐户。请以他人无法看到的方式，将用户名和密码转交给本人。`,
      }),
    subjectForOneWithout: (name) => `${name} 的用户名`,
    subjectWithout: (count) => `${people(count)}的用户名`,
    subjectForSome: (count) => `${people(count)}的用户名，部分附有密码`,
    introductionWithout: (organisation) =>
      `请将用户名告知 ${organisation} 的以下用户。密码为管理员所选的密码，绝不会通过邮件发送。`,
    refused: '邮件服务拒收了以下地址，因此将这些登录信息发送给您。请更正这些地址。',
    chosenPassword: '由管理员设定',
    replaces: '此邮件取代之前的所有邮件。只有最新的密码有效。',
    keepSecret: '转交密码后，请删除此邮件。',
    mustChange: '首次登录时必须设置新密码。',
    worksUntil: (moment) => `密码的有效期至 ${moment}。过期后，必须重新设置密码。`,
  },
  personNotice: {
    ...personSecurity['zh-Hans'],
    passwordWarning: (organisation, count, day) => ({
      title: `您的 ${organisation} 密码将在 ${days(count)}后过期`,
      paragraphs: [
        `您的帐户密码将在 ${days(count)}后（${day}）过期。请在此之前登录并设置新密码。`,
        '如果届时仍未更改，您在此日期之后下次登录时必须设置新密码。',
      ],
    }),
    passwordExpired: (organisation, day) => ({
      title: `您的 ${organisation} 密码已过期`,
      paragraphs: [`您的帐户密码已于 ${day}过期。您下次登录时必须设置新密码。`],
    }),
    temporaryPasswordLapsed: (organisation, day) => ({
      title: `您的 ${organisation} 临时密码已失效`,
      paragraphs: [`您未及时更改临时密码，该密码已于 ${day}失效。请向管理员索取新密码。`],
    }),
    graceReminder: (organisation, count, day) => ({
      title: `您的 ${organisation} 邮箱将在 ${days(count)}后停用`,
      paragraphs: [
        `您的帐户没有包含邮箱的许可证。如果仍未分配许可证，您的邮箱将在 ${days(count)}后（${day}）停用。`,
        '您的数据会保留。请联系管理员为您分配许可证。',
      ],
    }),
    mailboxDisabled: (organisation, day) => ({
      title: `您的 ${organisation} 邮箱已停用`,
      paragraphs: [
        `由于您的帐户没有包含邮箱的许可证，您的邮箱已于 ${day}停用。`,
        '您的数据已保留。分配许可证后，您的邮箱及其全部内容即可恢复。请联系您的管理员。',
      ],
    }),
    signInLocked: (organisation, day) => ({
      title: `您在 ${organisation} 的登录已被锁定`,
      paragraphs: [
        `截至${day}，有人用您的用户名连续尝试了过多的错误密码。在重置密码之前，任何人都不能在您未曾使用过的浏览器中用它登录；您以前登录过的浏览器仍可登录。`,
        '如果不是您本人所为，您的密码并未被猜中。请联系管理员重置密码。',
      ],
    }),
    userNameChanged: (organisation, former) => ({
      title: `您在 ${organisation} 的用户名已更改`,
      paragraphs: [`${former} 不再是您的用户名。今后请使用下方的用户名登录；密码保持不变。`],
    }),
    licenceArrived: (organisation, licence) => ({
      title: `您已获得 ${organisation} 的许可证：${licence}`,
      paragraphs: [`许可证 ${licence} 已分配给您的帐户。您无需执行任何操作。`],
    }),
  },
  administratorNotices: {
    subject: (heading, count) => `${heading}：${people(count)}`,
    more: (count) => counted(count, { other: '另有 # 位未在此列出。' }),
    introduction: (organisation) => `${organisation} 的用户目录中，以下内容已发生或即将发生变化。`,
    kinds: {
      ...peopleSecurity['zh-Hans'],
      passwordWarning: {
        heading: '即将过期的密码',
        explanation: '以下用户需要在所示日期之前设置新密码。',
        detail: '过期日期',
      },
      passwordExpired: {
        heading: '已过期的密码',
        explanation: '以下用户在下次登录时必须设置新密码。',
        detail: '过期日期',
      },
      temporaryPasswordLapsed: {
        heading: '已失效的临时密码',
        explanation: '以下用户未及时更改临时密码，在您重置密码之前无法登录。',
        detail: '失效日期',
      },
      graceReminder: {
        heading: '即将停用的邮箱',
        explanation: '如果仍未分配许可证，以下邮箱将在所示日期停用。数据会保留。',
        detail: '停用日期',
      },
      mailboxDisabled: {
        heading: '已停用的邮箱',
        explanation: '以下邮箱因没有许可证而停用。数据已保留；分配许可证后即可恢复。',
        detail: '停用日期',
      },
      signInLocked: {
        heading: '已锁定的登录',
        explanation:
          '有人用以下用户的用户名连续尝试了过多的错误密码。确认是本人要求后，请重置密码：在此之前，该密码只能在其以前登录过的浏览器中使用。',
        detail: '锁定日期',
      },
      credentialsBounced: {
        heading: '未送达的登录信息',
        explanation: '以下人员的用户名和密码邮件被退回或被举报为垃圾邮件。请更正地址，然后重置密码，系统会发送新邮件。',
        detail: '退回日期',
      },
      userNameChanged: {
        heading: '已更改的用户名',
        explanation: '以下用户今后使用所示的用户名登录，原用户名不再有效。',
        detail: '原用户名',
      },
      licenceArrived: {
        heading: '已分配的许可证',
        explanation: '以下用户此前在等待许可证，现已获得。',
        detail: '许可证',
      },
    },
  },
  strayObjects: strayTexts['zh-Hans'],
  imports: chineseImports,
  fileRefusals: chineseFileRefusals,
  rowRefusals: chineseRowRefusals,
  facts: chineseFacts,
};
