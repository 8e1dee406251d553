import type { PageTexts } from './page-texts.ts';

/** The page in German. */
export const german: PageTexts = {
  userName: 'Benutzername',
  password: 'Kennwort',
  newPassword: 'Neues Kennwort',
  repeatedPassword: 'Neues Kennwort wiederholen',
  show: 'Anzeigen',
  hide: 'Verbergen',
  showLabel: 'Anzeigen: Kennwort',
  hideLabel: 'Verbergen: Kennwort',
  language: 'Sprache',
  signInTitle: 'Anmelden',
  signInIntroduction: ({ organisation }) =>
    `Verwenden Sie Ihren Benutzernamen und Ihr Kennwort für ${organisation}. Wenn Sie sich zum ersten Mal anmelden, finden Sie beides in der E-Mail, die Sie erhalten haben.`,
  wantsChange: 'Ich möchte ein neues Kennwort wählen',
  signIn: 'Anmelden',
  forgotten:
    'Kennwort vergessen? Ihr Administrator gibt Ihnen ein neues: Die Adresse steht in der E-Mail, mit der Sie Ihren Benutzernamen erhalten haben.',
  useOperatorToken: 'Token eines Betreibers verwenden',
  operatorTitle: 'Mit einem Token anmelden',
  operatorIntroduction:
    'Für alle, die das System betreiben: das Token, das npm run token ausgegeben hat. Es bleibt, wie es ist; hier beginnt eine Sitzung, die mit ihm endet.',
  operatorToken: 'Token des Betreibers',
  usePassword: 'Benutzernamen und Kennwort verwenden',
  changeTitle: 'Neues Kennwort wählen',
  firstSignIn:
    'Sie melden sich zum ersten Mal an. Bitte ersetzen Sie das Kennwort, das Sie erhalten haben, durch ein eigenes.',
  expired: 'Ihr Kennwort ist abgelaufen. Bitte wählen Sie ein neues.',
  wanted: 'Das neue Kennwort ersetzt das Kennwort, das Sie gerade verwendet haben.',
  rules: 'Das neue Kennwort braucht:',
  ruleLength: ({ least, most }) => `${least} bis ${most} Zeichen`,
  ruleKinds: ({ kinds }) => `mindestens ${kinds} davon: Kleinbuchstabe, Großbuchstabe, Ziffer, Sonderzeichen`,
  ruleSame: 'denselben Text in beiden Feldern',
  ruleOther:
    'Es darf weder Ihren Namen enthalten noch auf einem leicht zu erratenden Wort beruhen und nicht Ihr jetziges oder letztes Kennwort sein.',
  met: '(erfüllt)',
  unmet: '(noch nicht)',
  allMet: 'Das neue Kennwort hat alles, was es braucht.',
  stillMissing: 'Das neue Kennwort braucht noch:',
  change: 'Kennwort ändern',
  signedInTitle: 'Sie sind angemeldet',
  changedTitle: 'Ihr Kennwort wurde geändert',
  nothingElse: 'Sie können diese Seite schließen oder weitergehen.',
  toConsole: 'Konsole öffnen',
  guide: 'Kurzanleitung öffnen',
  toAccount: 'Ihr Konto',
  signOut: 'Abmelden',
  signedOut: 'Sie sind abgemeldet.',
  working: 'Einen Moment bitte …',
  passwordShown: 'Ihr Kennwort ist sichtbar.',
  passwordHidden: 'Ihr Kennwort ist verborgen.',
  capsLock: 'Die Feststelltaste ist aktiviert.',
  timeLeft: 'Verbleibende Zeit:',
  tryAgainNow: 'Sie können es jetzt erneut versuchen.',
  SignInFailed: 'Der Benutzername oder das Kennwort ist falsch.',
  TooManyAttempts:
    'Mit diesem Benutzernamen gab es zu viele Anmeldeversuche. Sie können es in {time} erneut versuchen.',
  SignInLocked:
    'Mit diesem Benutzernamen wurden zu viele falsche Kennwörter versucht. Melden Sie sich in einem Browser an, in dem Sie das schon getan haben, oder bitten Sie Ihren Administrator, Ihr Kennwort zurückzusetzen.',
  PasswordLapsed:
    'Dieses temporäre Kennwort wurde nicht rechtzeitig verwendet. Bitten Sie Ihren Administrator um ein neues.',
  AccountBlocked: 'Dieses Konto ist gesperrt. Wenden Sie sich an Ihren Administrator.',
  PasswordLengthWrong: ({ least, most }) => `Das neue Kennwort muss ${least} bis ${most} Zeichen haben.`,
  PasswordTooSimple: ({ kinds }) =>
    `Das neue Kennwort braucht mindestens ${kinds} davon: Kleinbuchstabe, Großbuchstabe, Ziffer, Sonderzeichen.`,
  PasswordContainsName: 'Das neue Kennwort enthält einen Teil Ihres Namens. Wählen Sie ein anderes.',
  PasswordBanned:
    'Das Kennwort ist zu leicht zu erraten: Es ist ein verbreitetes, oder ein bekanntes Wort oder der Name der Organisation mit einer üblichen Endung. Wählen Sie ein anderes, zum Beispiel vier Wörter, die nichts miteinander zu tun haben.',
  PasswordRepeated: 'Dies ist Ihr jetziges oder Ihr letztes Kennwort. Wählen Sie ein neues.',
  PasswordWrong:
    'Das Kennwort, mit dem Sie sich angemeldet haben, wurde ersetzt. Melden Sie sich mit dem neuesten Kennwort an.',
  OperatorTokenInvalid:
    'Dieses Token gilt nicht: Es wurde falsch eingegeben, widerrufen oder ist abgelaufen. Erstellen Sie ein neues.',
  SignInCodeInvalid:
    'Dieser Link wurde schon benutzt oder ist älter als zehn Minuten. Holen Sie sich einen neuen, wo Sie diesen herhaben.',
  userNameMissing: 'Geben Sie Ihren Benutzernamen ein.',
  passwordMissing: 'Geben Sie Ihr Kennwort ein.',
  tokenMissing: 'Geben Sie das Token ein.',
  notAllMet: 'Das neue Kennwort hat noch nicht alles, was es braucht: siehe die Liste darunter.',
  notSame: 'Die beiden Felder stimmen nicht überein. Geben Sie in beide dasselbe neue Kennwort ein.',
  changeTooLate:
    'Das hat zu lange gedauert. Es wurde nichts geändert: Melden Sie sich erneut mit demselben Kennwort an.',
  unreachable: 'Es kam keine Antwort. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  busy: 'Gerade melden sich viele Personen an. Versuchen Sie es in einer Minute noch einmal.',
  failed: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.',
  noScript: 'Diese Seite benötigt JavaScript. Aktivieren Sie es in Ihrem Browser und laden Sie die Seite neu.',
};
