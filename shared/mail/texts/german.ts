import { germanFacts } from '../../refusals/facts/german.ts';
import { germanFileRefusals } from '../../refusals/files/german.ts';
import { germanRowRefusals } from '../../refusals/rows/german.ts';
import { counting } from '../../refusals/words/counting.ts';
import { germanImports } from './german-imports.ts';
import type { MailTexts } from './mail-texts.ts';
import { peopleSecurity } from './people-security.ts';
import { personSecurity } from './person-security.ts';
import { strayTexts } from './stray-texts.ts';

const counted = counting('de');
/** In the dative, as after `in`. */
const days = (count: number) => counted(count, { one: '# Tag', other: '# Tagen' });
const people = (count: number) => counted(count, { one: '# Person', other: '# Personen' });

/** The mails in German. */
export const german: MailTexts = {
  label: (name) => `${name}: `,
  greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  footer: {
    automatic: (organisation) => `Automatisch gesendet von der Benutzerverwaltung von ${organisation}.`,
    questions: (address) => `Haben Sie Fragen? Wenden Sie sich an Ihren Administrator: ${address}`,
  },
  fields: {
    name: 'Name',
    userName: 'Benutzername',
    password: 'Kennwort',
    temporaryPassword: 'Temporäres Kennwort',
    signIn: 'Anmelden',
    signInAt: 'Anmelden unter',
    quickStart: 'Kurzanleitung',
    refusedAddress: 'Abgelehnte Adresse',
  },
  personCredentials: {
    subject: (organisation) => `Ihr Benutzername und Ihr Kennwort für ${organisation}`,
    subjectWithoutPassword: (organisation) => `Ihr Benutzername für ${organisation}`,
    title: (organisation) => `Ihr Konto bei ${organisation}`,
    introduction: (organisation) => `Für Sie wurde bei ${organisation} ein Konto eingerichtet. So melden Sie sich an:`,
    introductionAgain: (organisation) => `Sie haben ein Konto bei ${organisation}. So melden Sie sich an:`,
    chosenPassword:
      'Ihr Kennwort hat Ihr Administrator gewählt. Sie erhalten es von ihm persönlich; es wird niemals per E-Mail gesendet.',
    replaces: 'Diese E-Mail ersetzt alle früheren. Nur das neueste Kennwort funktioniert.',
    replacesWithoutPassword: 'Diese E-Mail ersetzt alle früheren.',
    keepSecret: 'Behalten Sie diese E-Mail für sich: Wer das Kennwort hat, kann sich unter Ihrem Namen anmelden.',
    mustChange: 'Bei der ersten Anmeldung müssen Sie ein neues, eigenes Kennwort wählen.',
    worksUntil: (moment) =>
      `Das Kennwort gilt bis zum ${moment}. Danach bitten Sie Ihren Administrator um ein neues Kennwort.`,
  },
  administratorCredentials: {
    subjectForOne: (name) => `Benutzername und Kennwort von ${name}`,
    subject: (count) => `Benutzernamen und Kennwörter von ${people(count)}`,
    introduction: (count, organisation) =>
      counted(count, {
        one: `Für diese Person wurde bei ${organisation} ein Konto eingerichtet. Bitte geben Sie ihr Benutzername und Kennwort so weiter, dass niemand sonst sie lesen kann.`,
        other: `Für diese # Personen wurden bei ${organisation} Konten eingerichtet. Bitte geben Sie jeder Person Benutzername und Kennwort so weiter, dass niemand sonst sie lesen kann.`,
      }),
    subjectForOneWithout: (name) => `Benutzername von ${name}`,
    subjectWithout: (count) => `Benutzernamen von ${people(count)}`,
    subjectForSome: (count) => `Benutzernamen von ${people(count)}, zum Teil mit Kennwort`,
    introductionWithout: (organisation) =>
      `Bitte geben Sie jeder dieser Personen bei ${organisation} den Benutzernamen. Das Kennwort ist das für sie gewählte; es wird niemals per E-Mail gesendet.`,
    refused:
      'Der Maildienst hat die folgenden Adressen abgelehnt. Deshalb erhalten Sie diese Zugangsdaten. Bitte korrigieren Sie die Adressen.',
    chosenPassword: 'vom Administrator gewählt',
    replaces: 'Diese E-Mail ersetzt alle früheren. Nur das neueste Kennwort funktioniert.',
    keepSecret: 'Löschen Sie diese E-Mail, sobald die Kennwörter weitergegeben sind.',
    mustChange: 'Bei der ersten Anmeldung muss ein neues Kennwort gewählt werden.',
    worksUntil: (moment) => `Das Kennwort gilt bis zum ${moment}. Danach hilft nur ein neues Kennwort.`,
  },
  personNotice: {
    ...personSecurity.de,
    passwordWarning: (organisation, count, day) => ({
      title: `Ihr Kennwort für ${organisation} läuft in ${days(count)} ab`,
      paragraphs: [
        `Das Kennwort Ihres Kontos läuft in ${days(count)} ab, am ${day}. Bitte melden Sie sich vorher an und wählen Sie ein neues.`,
        'Andernfalls müssen Sie nach diesem Tag bei Ihrer nächsten Anmeldung ein neues Kennwort wählen.',
      ],
    }),
    passwordExpired: (organisation, day) => ({
      title: `Ihr Kennwort für ${organisation} ist abgelaufen`,
      paragraphs: [
        `Das Kennwort Ihres Kontos ist am ${day} abgelaufen. Bei Ihrer nächsten Anmeldung müssen Sie ein neues wählen.`,
      ],
    }),
    temporaryPasswordLapsed: (organisation, day) => ({
      title: `Ihr temporäres Kennwort für ${organisation} gilt nicht mehr`,
      paragraphs: [
        `Ihr temporäres Kennwort wurde nicht rechtzeitig ersetzt und gilt seit dem ${day} nicht mehr. Bitten Sie Ihren Administrator um ein neues Kennwort.`,
      ],
    }),
    graceReminder: (organisation, count, day) => ({
      title: `Ihr Postfach bei ${organisation} wird in ${days(count)} deaktiviert`,
      paragraphs: [
        `Ihr Konto hat keine Lizenz für ein Postfach. Wenn keine zugewiesen wird, wird Ihr Postfach in ${days(count)}, am ${day}, deaktiviert.`,
        'Ihre Daten bleiben erhalten. Bitte wenden Sie sich wegen einer Lizenz an Ihren Administrator.',
      ],
    }),
    mailboxDisabled: (organisation, day) => ({
      title: `Ihr Postfach bei ${organisation} wurde deaktiviert`,
      paragraphs: [
        `Ihr Konto hat keine Lizenz für ein Postfach. Deshalb wurde Ihr Postfach am ${day} deaktiviert.`,
        'Ihre Daten bleiben erhalten. Sobald eine Lizenz zugewiesen ist, steht Ihnen Ihr Postfach mit allen Inhalten wieder zur Verfügung. Bitte wenden Sie sich an Ihren Administrator.',
      ],
    }),
    signInLocked: (organisation, day) => ({
      title: `Ihre Anmeldung bei ${organisation} wurde gesperrt`,
      paragraphs: [
        `Bis zum ${day} wurden zu viele falsche Kennwörter hintereinander mit Ihrem Benutzernamen versucht. Bis Ihr Kennwort zurückgesetzt wird, kann sich damit niemand in einem Browser anmelden, den Sie noch nicht verwendet haben; Browser, in denen Sie sich schon angemeldet haben, lassen Sie weiterhin ein.`,
        'Wenn Sie das nicht waren, wurde Ihr Kennwort nicht erraten. Bitten Sie Ihren Administrator, es zurückzusetzen.',
      ],
    }),
    userNameChanged: (organisation, former) => ({
      title: `Ihr Benutzername bei ${organisation} hat sich geändert`,
      paragraphs: [
        `${former} ist nicht mehr Ihr Benutzername. Melden Sie sich ab jetzt mit dem Namen unten an; Ihr Kennwort bleibt dasselbe.`,
      ],
    }),
    licenceArrived: (organisation, licence) => ({
      title: `Sie haben eine Lizenz bei ${organisation}: ${licence}`,
      paragraphs: [`Ihrem Konto wurde die Lizenz ${licence} zugewiesen. Sie müssen nichts weiter tun.`],
    }),
  },
  administratorNotices: {
    subject: (heading, count) => `${heading}: ${people(count)}`,
    more: (count) =>
      counted(count, { one: '# weitere ist hier nicht genannt.', other: '# weitere sind hier nicht genannt.' }),
    introduction: (organisation) =>
      `In der Benutzerverwaltung von ${organisation} hat sich Folgendes geändert oder ändert sich demnächst.`,
    kinds: {
      ...peopleSecurity.de,
      passwordWarning: {
        heading: 'Kennwörter, die demnächst ablaufen',
        explanation: 'Jede Person in dieser Liste muss vor dem genannten Tag ein neues Kennwort wählen.',
        detail: 'Läuft ab am',
      },
      passwordExpired: {
        heading: 'Abgelaufene Kennwörter',
        explanation: 'Jede Person in dieser Liste muss bei der nächsten Anmeldung ein neues Kennwort wählen.',
        detail: 'Abgelaufen am',
      },
      temporaryPasswordLapsed: {
        heading: 'Temporäre Kennwörter, die nicht mehr gelten',
        explanation:
          'Jede Person in dieser Liste hat ihr temporäres Kennwort nicht rechtzeitig ersetzt und kann sich erst anmelden, wenn Sie es zurückgesetzt haben.',
        detail: 'Gilt nicht mehr seit',
      },
      graceReminder: {
        heading: 'Postfächer, die deaktiviert werden',
        explanation:
          'Jedes Postfach in dieser Liste wird am genannten Tag deaktiviert, wenn keine Lizenz zugewiesen wird. Die Daten bleiben erhalten.',
        detail: 'Deaktiviert am',
      },
      mailboxDisabled: {
        heading: 'Deaktivierte Postfächer',
        explanation:
          'Jedes Postfach in dieser Liste hatte keine Lizenz und wurde deaktiviert. Die Daten bleiben erhalten; mit einer Lizenz steht das Postfach wieder zur Verfügung.',
        detail: 'Deaktiviert am',
      },
      signInLocked: {
        heading: 'Gesperrte Anmeldungen',
        explanation:
          'Mit dem Benutzernamen jeder Person in dieser Liste wurden zu viele falsche Kennwörter hintereinander versucht. Setzen Sie das Kennwort zurück, wenn Sie wissen, dass die Person darum bittet: Bis dahin gilt es nur in Browsern, in denen sie sich schon angemeldet hat.',
        detail: 'Gesperrt am',
      },
      credentialsBounced: {
        heading: 'Nicht angekommene Anmeldedaten',
        explanation:
          'Die E-Mail mit Benutzername und Kennwort jeder Person in dieser Liste kam zurück oder wurde als unerwünscht gemeldet. Berichtigen Sie die Adresse und setzen Sie dann das Kennwort zurück: Dann wird eine neue E-Mail gesendet.',
        detail: 'Zurückgekommen am',
      },
      userNameChanged: {
        heading: 'Geänderte Benutzernamen',
        explanation:
          'Jede Person in dieser Liste meldet sich mit dem angegebenen Namen an; der frühere gilt nicht mehr.',
        detail: 'Früherer Benutzername',
      },
      licenceArrived: {
        heading: 'Zugewiesene Lizenzen',
        explanation: 'Jede Person in dieser Liste hat auf eine Lizenz gewartet und sie nun erhalten.',
        detail: 'Lizenz',
      },
    },
  },
  strayObjects: strayTexts.de,
  imports: germanImports,
  fileRefusals: germanFileRefusals,
  rowRefusals: germanRowRefusals,
  facts: germanFacts,
};
