/** What people are told because it may have been somebody else's doing, by language. */
import type { MailLanguage } from '../../domain/organisation.ts';
import type { PersonSecurityTexts } from './mail-texts.ts';

export const personSecurity: Readonly<Record<MailLanguage, PersonSecurityTexts>> = {
  en: {
    passwordReset: (organisation, moment) => ({
      title: `Your password for ${organisation} has been reset`,
      paragraphs: [
        `An administrator reset the password of your account on ${moment}. The former password no longer works.`,
        'If you do not know why, please tell your administrator at once.',
      ],
    }),
    passwordChanged: (organisation, moment) => ({
      title: `Your password for ${organisation} has been changed`,
      paragraphs: [
        `The password of your account was changed on ${moment}, by somebody who knew the former one.`,
        'If that was not you, please tell your administrator at once.',
      ],
    }),
    roleGiven: (organisation, role) => ({
      title: `You have a role at ${organisation}: ${role}`,
      paragraphs: [
        `Your account has been given the administrator role ${role}.`,
        'If you do not know why, please tell your administrator at once.',
      ],
    }),
    alternateAddressChanged: (organisation, moment) => ({
      title: `Your alternate mail address at ${organisation} has been changed`,
      paragraphs: [
        `The address for mails about your account was changed on ${moment}. This mail went to where they went before.`,
        'If you do not know why, please tell your administrator at once.',
      ],
    }),
  },
  de: {
    passwordReset: (organisation, moment) => ({
      title: `Ihr Kennwort für ${organisation} wurde zurückgesetzt`,
      paragraphs: [
        `Ein Administrator hat das Kennwort Ihres Kontos am ${moment} zurückgesetzt. Das frühere Kennwort gilt nicht mehr.`,
        'Wenn Sie nicht wissen, warum, wenden Sie sich bitte sofort an Ihren Administrator.',
      ],
    }),
    passwordChanged: (organisation, moment) => ({
      title: `Ihr Kennwort für ${organisation} wurde geändert`,
      paragraphs: [
        `Das Kennwort Ihres Kontos wurde am ${moment} geändert, von jemandem, der das frühere kannte.`,
        'Wenn Sie das nicht waren, wenden Sie sich bitte sofort an Ihren Administrator.',
      ],
    }),
    roleGiven: (organisation, role) => ({
      title: `Sie haben eine Rolle bei ${organisation}: ${role}`,
      paragraphs: [
        `Ihrem Konto wurde die Administratorrolle ${role} zugewiesen.`,
        'Wenn Sie nicht wissen, warum, wenden Sie sich bitte sofort an Ihren Administrator.',
      ],
    }),
    alternateAddressChanged: (organisation, moment) => ({
      title: `Ihre alternative E-Mail-Adresse bei ${organisation} wurde geändert`,
      paragraphs: [
        `Die Adresse für E-Mails zu Ihrem Konto wurde am ${moment} geändert. Diese E-Mail ging an die bisherigen Adressen.`,
        'Wenn Sie nicht wissen, warum, wenden Sie sich bitte sofort an Ihren Administrator.',
      ],
    }),
  },
  nl: {
    passwordReset: (organisation, moment) => ({
      title: `Uw wachtwoord voor ${organisation} is opnieuw ingesteld`,
      paragraphs: [
        `Een beheerder heeft het wachtwoord van uw account op ${moment} opnieuw ingesteld. Het vorige wachtwoord werkt niet meer.`,
        'Als u niet weet waarom, neem dan meteen contact op met uw beheerder.',
      ],
    }),
    passwordChanged: (organisation, moment) => ({
      title: `Uw wachtwoord voor ${organisation} is gewijzigd`,
      paragraphs: [
        `Het wachtwoord van uw account is op ${moment} gewijzigd, door iemand die het vorige kende.`,
        'Als u dat niet was, neem dan meteen contact op met uw beheerder.',
      ],
    }),
    roleGiven: (organisation, role) => ({
      title: `U hebt een rol bij ${organisation}: ${role}`,
      paragraphs: [
        `Aan uw account is de beheerdersrol ${role} toegewezen.`,
        'Als u niet weet waarom, neem dan meteen contact op met uw beheerder.',
      ],
    }),
    alternateAddressChanged: (organisation, moment) => ({
      title: `Uw alternatieve e-mailadres bij ${organisation} is gewijzigd`,
      paragraphs: [
        `Het adres voor e-mails over uw account is op ${moment} gewijzigd. Deze e-mail ging naar de adressen van daarvoor.`,
        'Als u niet weet waarom, neem dan meteen contact op met uw beheerder.',
      ],
    }),
  },
  'zh-Hans': {
    passwordReset: (organisation, moment) => ({
      title: `您在 ${organisation} 的密码已被重置`,
      paragraphs: [
        `管理员已于 ${moment} 重置您帐户的密码。原密码不再有效。`,
        '如果您不知道原因，请立即告知您的管理员。',
      ],
    }),
    passwordChanged: (organisation, moment) => ({
      title: `您在 ${organisation} 的密码已更改`,
      paragraphs: [`您帐户的密码已于 ${moment} 由知道原密码的人更改。`, '如果不是您本人所为，请立即告知您的管理员。'],
    }),
    roleGiven: (organisation, role) => ({
      title: `您已获得 ${organisation} 的角色：${role}`,
      paragraphs: [`您的帐户已获得管理员角色 ${role}。`, '如果您不知道原因，请立即告知您的管理员。'],
    }),
    alternateAddressChanged: (organisation, moment) => ({
      title: `您在 ${organisation} 的备用邮箱地址已更改`,
      paragraphs: [
        `用于接收您帐户相关邮件的地址已于 ${moment} 更改。此邮件发往更改前的地址。`,
        '如果您不知道原因，请立即告知您的管理员。',
      ],
    }),
  },
};
