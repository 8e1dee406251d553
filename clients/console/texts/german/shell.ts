import type { ShellTexts } from '../english/shell.ts';

export const shell = {
  product: 'Muster',
  navigation: 'Seiten',
  closeNavigation: 'Liste der Seiten schließen',
  openNavigation: 'Liste der Seiten öffnen',
  notifications: 'Meldungen',
  cancel: 'Abbrechen',
  dismiss: 'Schließen',
  breadcrumbs: 'Wo Sie sind',
  skip: 'Zum Inhalt',
  sections: {
    users: 'Benutzer',
    billing: 'Abrechnung',
    access: 'Zugriff',
    organisation: 'Organisation',
    records: 'Protokolle',
  },
  account: 'Mein Konto',
  language: 'Sprache',
  signOut: 'Abmelden',
  operator: 'Betreiber',
  working: 'Einen Augenblick …',
  noPageTitle: 'Diese Seite gibt es nicht',
  noPage: 'Vielleicht ist die Adresse falsch geschrieben, oder das, wohin sie führte, wurde entfernt.',
  noRightTitle: 'Sie dürfen diese Seite nicht sehen',
  noRight: (page) =>
    `Für „${page}“ brauchen Sie eine Rolle, die Sie nicht haben. Ein globaler Administrator (Global Administrator) Ihrer Organisation kann sie Ihnen geben.`,
  failedTitle: 'Diese Seite hat versagt',
  failed:
    'Das liegt an uns, nicht an Ihnen. Was gespeichert war, ist nicht verloren. Laden Sie die Seite neu; versagt sie wieder, sagen Sie es denen, die Muster für Sie betreiben.',
  reload: 'Seite neu laden',
  home: 'Zur ersten Seite',
  signInAgainTitle: 'Melden Sie sich wieder an',
  signInAgain:
    'Ihre Sitzung ist zu Ende. Melden Sie sich wieder an und machen Sie weiter, wo Sie waren: Was Sie eingegeben haben, ist noch da.',
  userName: 'Benutzername',
  password: 'Kennwort',
  token: 'Token',
  signIn: 'Anmelden',
  signInElsewhere: 'Anmeldeseite in einem neuen Tab öffnen',
  notNow: 'Nicht jetzt',
  signInFailed: 'Der Benutzername oder das Kennwort ist falsch.',
  signInOther: 'Gehen Sie zur Anmeldeseite: Mit diesem Konto können Sie sich hier nicht anmelden.',
  anotherPerson: 'Sie sind jetzt als jemand anderes angemeldet. Laden Sie die Seite neu.',
  upgraded:
    'Muster wurde aktualisiert, deshalb wurde die Seite neu geladen. Was Sie eingegeben haben, ist noch da; Kennwörter müssen Sie noch einmal eingeben.',
} satisfies ShellTexts;
