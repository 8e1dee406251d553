/** The same about people whom it could not be told, to the administrator, by language. */
import type { MailLanguage } from '../../domain/organisation.ts';
import type { SecurityNotice } from '../../domain/person.ts';
import type { PeopleNoticeTexts } from './mail-texts.ts';

export const peopleSecurity: Readonly<
  Record<MailLanguage, Readonly<Record<SecurityNotice['kind'], PeopleNoticeTexts>>>
> = {
  en: {
    passwordReset: {
      heading: 'Passwords that were reset',
      explanation: 'An administrator reset the password of each person listed here, who could not be told so by mail.',
      detail: 'Reset on',
    },
    passwordChanged: {
      heading: 'Passwords that were changed',
      explanation: 'Each person listed here changed the password, and could not be told so by mail.',
      detail: 'Changed on',
    },
    roleGiven: {
      heading: 'Roles that were given',
      explanation: 'Each person listed here was given an administrator role, and could not be told so by mail.',
      detail: 'Role',
    },
    alternateAddressChanged: {
      heading: 'Alternate mail addresses that were changed',
      explanation: 'The former address of each person listed here could not be told of the change.',
      detail: 'Changed on',
    },
  },
  de: {
    passwordReset: {
      heading: 'Zurückgesetzte Kennwörter',
      explanation:
        'Ein Administrator hat das Kennwort jeder Person in dieser Liste zurückgesetzt. Sie war per E-Mail nicht zu erreichen.',
      detail: 'Zurückgesetzt am',
    },
    passwordChanged: {
      heading: 'Geänderte Kennwörter',
      explanation: 'Jede Person in dieser Liste hat ihr Kennwort geändert und war per E-Mail nicht zu erreichen.',
      detail: 'Geändert am',
    },
    roleGiven: {
      heading: 'Zugewiesene Rollen',
      explanation:
        'Jede Person in dieser Liste hat eine Administratorrolle erhalten und war per E-Mail nicht zu erreichen.',
      detail: 'Rolle',
    },
    alternateAddressChanged: {
      heading: 'Geänderte alternative E-Mail-Adressen',
      explanation: 'Die frühere Adresse jeder Person in dieser Liste war für die Nachricht davon nicht zu erreichen.',
      detail: 'Geändert am',
    },
  },
  nl: {
    passwordReset: {
      heading: 'Opnieuw ingestelde wachtwoorden',
      explanation:
        'Een beheerder heeft het wachtwoord van iedere persoon in deze lijst opnieuw ingesteld; die was per e-mail niet te bereiken.',
      detail: 'Opnieuw ingesteld op',
    },
    passwordChanged: {
      heading: 'Gewijzigde wachtwoorden',
      explanation: 'Iedere persoon in deze lijst heeft het wachtwoord gewijzigd en was per e-mail niet te bereiken.',
      detail: 'Gewijzigd op',
    },
    roleGiven: {
      heading: 'Toegewezen rollen',
      explanation: 'Iedere persoon in deze lijst heeft een beheerdersrol gekregen en was per e-mail niet te bereiken.',
      detail: 'Rol',
    },
    alternateAddressChanged: {
      heading: 'Gewijzigde alternatieve e-mailadressen',
      explanation: 'Het vorige adres van iedere persoon in deze lijst was voor dit bericht niet te bereiken.',
      detail: 'Gewijzigd op',
    },
  },
  'zh-Hans': {
    passwordReset: {
      heading: '已重置的密码',
      explanation: '管理员重置了以下用户的密码，但无法通过邮件通知他们。',
      detail: '重置时间',
    },
    passwordChanged: {
      heading: '已更改的密码',
      explanation: '以下用户更改了密码，但无法通过邮件通知他们。',
      detail: '更改时间',
    },
    roleGiven: {
      heading: '已授予的角色',
      explanation: '以下用户获得了管理员角色，但无法通过邮件通知他们。',
      detail: '角色',
    },
    alternateAddressChanged: {
      heading: '已更改的备用邮箱地址',
      explanation: '无法将更改通知以下用户的原地址。',
      detail: '更改时间',
    },
  },
};
