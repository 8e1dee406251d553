import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { SignInsTexts } from '../english/sign-ins.ts';

const counted = counting('de');

export const signIns = {
  title: 'Anmeldungen',
  description: 'Wer sich angemeldet hat, wem es misslang, und von wo.',
  when: 'Wann',
  who: 'Wer',
  result: 'Ergebnis',
  where: 'Von',
  unknownPerson: 'Ein Name, den niemand hat',
  unknownApplication: 'Eine ID, die keine Anwendung hat',
  noneTitle: 'Niemand hat sich angemeldet',
  none: 'Keine Anmeldung passt zu Ihrer Suche. Wählen Sie eine längere Zeit oder weniger Bedingungen.',
  loading: 'Anmeldungen werden gelesen …',
  older: 'Ältere anzeigen',
  person: 'Von einer Person',
  application: 'Von einer Anwendung',
  anyResult: 'Alle Ergebnisse',
  succeeded: 'Gelungen',
  failed: 'Misslungen',
  known: 'Ein Browser, den die Person schon verwendet hat',
  browser: 'Browser',
  program: 'Programm',
  locked: (moment) => `Der Benutzername war bis ${moment} gesperrt.`,
  counted: (count) => counted(count, { other: '# in dieser Viertelstunde' }),
  reasons: {
    SignedIn: 'Angemeldet',
    PasswordChangeRequired: 'Richtiges Kennwort, das erst geändert werden muss',
    SignInFailed: 'Falsches Kennwort',
    SignInLocked: 'Zu viele falsche Kennwörter: eine Zeit lang gesperrt',
    PasswordLapsed: 'Vorläufiges Kennwort, das nicht rechtzeitig verwendet wurde',
    AccountBlocked: 'Das Konto ist gesperrt',
    UserUnknown: 'Niemand hat diesen Benutzernamen',
    ClientUnknown: 'Keine Anwendung hat diese ID',
    SecretWrong: 'Falsches oder abgelaufenes Geheimnis',
  },
} satisfies SignInsTexts;
