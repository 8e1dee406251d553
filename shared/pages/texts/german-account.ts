import type { AccountTexts } from './page-texts.ts';

/** The account page in German. */
export const germanAccount: AccountTexts = {
  accountTitle: 'Ihr Konto',
  passwordSection: 'Kennwort',
  currentPassword: 'Jetziges Kennwort',
  passwordChanged: 'Ihr Kennwort wurde geändert. Überall sonst sind Sie abgemeldet.',
  currentMissing: 'Geben Sie Ihr jetziges Kennwort ein.',
  currentWrong: 'Das jetzige Kennwort ist falsch.',
  sessionsSection: 'Wo Sie angemeldet sind',
  sessionsIntroduction: 'Beenden Sie, was Sie nicht kennen, und wählen Sie dann ein neues Kennwort.',
  thisSession: 'Dieser Browser',
  unknownClient: 'Unbekanntes Programm',
  since: 'Seit',
  end: 'Beenden',
  endAll: 'Überall abmelden',
  sessionEnded: 'Diese Sitzung ist beendet.',
  loading: 'Einen Moment bitte …',
};
