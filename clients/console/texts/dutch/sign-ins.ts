import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { SignInsTexts } from '../english/sign-ins.ts';

const counted = counting('nl');

export const signIns = {
  title: 'Aanmeldingen',
  description: 'Wie zich heeft aangemeld, bij wie het mislukte, en waarvandaan.',
  when: 'Wanneer',
  who: 'Wie',
  result: 'Resultaat',
  where: 'Vanaf',
  unknownPerson: 'Een naam die niemand heeft',
  unknownApplication: 'Een id die geen toepassing heeft',
  noneTitle: 'Niemand heeft zich aangemeld',
  none: 'Geen aanmelding past bij wat u zoekt. Kies een langere tijd of minder voorwaarden.',
  loading: 'Aanmeldingen worden gelezen …',
  older: 'Oudere tonen',
  person: 'Van een persoon',
  application: 'Van een toepassing',
  anyResult: 'Alle resultaten',
  succeeded: 'Gelukt',
  failed: 'Mislukt',
  known: 'Een browser die de persoon eerder gebruikte',
  browser: 'Browser',
  program: 'Programma',
  locked: (moment) => `De gebruikersnaam was vergrendeld tot ${moment}.`,
  counted: (count) => counted(count, { other: '# in dit kwartier' }),
  reasons: {
    SignedIn: 'Aangemeld',
    PasswordChangeRequired: 'Wachtwoord klopt, maar moet eerst worden gewijzigd',
    SignInFailed: 'Verkeerd wachtwoord',
    SignInLocked: 'Te veel verkeerde wachtwoorden: een tijd vergrendeld',
    PasswordLapsed: 'Tijdelijk wachtwoord dat niet op tijd is gebruikt',
    AccountBlocked: 'Het account is geblokkeerd',
    UserUnknown: 'Niemand heeft deze gebruikersnaam',
    ClientUnknown: 'Geen toepassing heeft deze id',
    SecretWrong: 'Verkeerd of verlopen geheim',
  },
} satisfies SignInsTexts;
