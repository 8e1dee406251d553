/** What people read where there is no page. */
import type { MailLanguage } from '../../domain/organisation.ts';

/** The texts of a language. */
export type NoPageTexts = { title: string; text: string; signIn: string; reference: string; language: string };

/** In every language. */
export const noPageTexts: Readonly<Record<MailLanguage, NoPageTexts>> = {
  en: {
    title: 'There is no page here',
    text: 'The address may be mistyped, or the page is gone. You can go on from signing in.',
    signIn: 'Sign in',
    reference: 'For programmers: the addresses of the API',
    language: 'Language',
  },
  nl: {
    title: 'Hier is geen pagina',
    text: 'Misschien is het adres verkeerd getypt, of de pagina bestaat niet meer. U kunt verder via het aanmelden.',
    signIn: 'Aanmelden',
    reference: 'Voor programmeurs: de adressen van de API',
    language: 'Taal',
  },
  de: {
    title: 'Hier ist keine Seite',
    text: 'Vielleicht ist die Adresse falsch geschrieben, oder die Seite gibt es nicht mehr. Über die Anmeldung geht es weiter.',
    signIn: 'Anmelden',
    reference: 'Für Programmierer: die Adressen der API',
    language: 'Sprache',
  },
  'zh-Hans': {
    title: '此处没有页面',
    text: '地址可能有误，或者该页面已不存在。您可以从登录页面继续。',
    signIn: '登录',
    reference: '面向程序员：API 的地址',
    language: '语言',
  },
};
