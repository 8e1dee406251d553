import type { AccountTexts } from './page-texts.ts';

/** The account page in Dutch. */
export const dutchAccount: AccountTexts = {
  accountTitle: 'Uw account',
  passwordSection: 'Wachtwoord',
  currentPassword: 'Huidig wachtwoord',
  passwordChanged: 'Uw wachtwoord is gewijzigd. Overal elders bent u afgemeld.',
  currentMissing: 'Vul uw huidige wachtwoord in.',
  currentWrong: 'Het huidige wachtwoord is onjuist.',
  sessionsSection: 'Waar u bent aangemeld',
  sessionsIntroduction: 'Beëindig wat u niet kent, en kies dan een nieuw wachtwoord.',
  thisSession: 'Deze browser',
  unknownClient: 'Onbekend programma',
  since: 'Sinds',
  end: 'Beëindigen',
  endAll: 'Overal afmelden',
  sessionEnded: 'Die sessie is beëindigd.',
  loading: 'Een ogenblik …',
};
