import { counting } from '../../../../shared/refusals/words/counting.ts';
import type { HomeTexts } from '../english/home.ts';

const counted = counting('de');

export const home = {
  title: 'Startseite',
  counting: 'Personen werden gezählt …',
  needsTitle: 'Was auf Sie wartet',
  nothing: 'Zurzeit ist nichts zu tun.',
  partOnly: 'Das Verzeichnis ist groß: Nach zurückgekommenen Mails wurde nur bei einem Teil der Benutzer gesucht.',
  lookAtAll: 'Bei allen suchen',
  noAdministrator: 'Noch ist niemand globaler Administrator',
  noAdministratorWhat:
    'Sie sind mit dem Token eines Operators angemeldet. Fügen Sie sich selbst als Benutzer mit der Rolle Global Administrator hinzu und melden Sie sich künftig mit Ihrem Namen an.',
  addAdministrator: 'Ersten Administrator hinzufügen',
  onHold: (file) => `${file} wartet auf Ihre Entscheidung`,
  onHoldWhat: (seats) =>
    counted(seats, {
      one: 'Dafür fehlt # Lizenz: Kaufen Sie sie, oder lassen Sie den Import ohne sie weiterlaufen.',
      other: 'Dafür fehlen # Lizenzen: Kaufen Sie sie, oder lassen Sie den Import ohne sie weiterlaufen.',
    }),
  decide: 'Entscheiden',
  refused: (file, rows) =>
    counted(rows, {
      one: `# Zeile aus ${file} wurde abgelehnt`,
      other: `# Zeilen aus ${file} wurden abgelehnt`,
    }),
  seeRows: 'Gründe ansehen',
  failed: (file) => `${file} wurde nicht importiert`,
  seeImport: 'Import ansehen',
  moreImports: (imports) =>
    counted(imports, {
      one: '# weiterer Import sollte angesehen werden',
      other: '# weitere Importe sollten angesehen werden',
    }),
  seeImports: 'Alle Importe ansehen',
  synchronizationHeld: 'Die Synchronisierung ist angehalten',
  heldWhy: {
    undone:
      'Ein Lauf wurde rückgängig gemacht. Aus dem lokalen Verzeichnis kommt nichts, bis Sie sie weiterlaufen lassen.',
    deletions: 'Ein Lauf würde mehr Personen löschen, als er darf. Sehen Sie nach, wen, bevor er weiterläuft.',
  },
  synchronizationSilent: (last) => `Seit ${last} ist nichts aus dem lokalen Verzeichnis gekommen`,
  silentWhat: 'Sehen Sie nach, ob sein Agent läuft und was er meldet.',
  synchronizationRefused: (objects, isAll) =>
    counted(objects, {
      one: `${isAll ? '' : 'Mindestens '}# Person wurde nicht synchronisiert`,
      other: `${isAll ? '' : 'Mindestens '}# Personen wurden nicht synchronisiert`,
    }),
  waiting: (licence, people) =>
    counted(people, { one: `# Person wartet auf ${licence}`, other: `# Personen warten auf ${licence}` }),
  waitingWhat: 'Sobald Plätze da sind, werden sie von selbst zugewiesen, in der Reihenfolge der Warteschlange.',
  buy: (seats) => `${seats} kaufen`,
  bouncedOne: (name) => `Die Kennwort-Mail an ${name} kam zurück`,
  bounced: (people, isAll) =>
    counted(people, {
      one: `${isAll ? '' : 'Mindestens '}# Kennwort-Mail kam zurück`,
      other: `${isAll ? '' : 'Mindestens '}# Kennwort-Mails kamen zurück`,
    }),
  bouncedWhat: 'Berichtigen Sie die alternative E-Mail-Adresse, und senden Sie die Mail erneut.',
  correct: 'Berichtigen',
  graces: (mailboxes) =>
    counted(mailboxes, {
      one: '# Postfach schließt binnen 30 Tagen',
      other: '# Postfächer schließen binnen 30 Tagen',
    }),
  gracesWhat: (first) => `Keine Lizenz gehört mehr dazu. Das erste schließt am ${first}.`,
  seeWhose: 'Ansehen, wessen',
  deletions: (people) =>
    counted(people, {
      one: '# gelöschter Benutzer wird binnen 7 Tagen endgültig entfernt',
      other: '# gelöschte Benutzer werden binnen 7 Tagen endgültig entfernt',
    }),
  deletionsWhat: 'Bis dahin können sie wiederhergestellt werden.',
  seeWhom: 'Ansehen, wer',
  firstTitle: 'Beginnen Sie hier',
  firstWhat: 'Noch ist niemand im Verzeichnis. Gehen Sie der Reihe nach vor; alles geht auch später.',
  stepLicences: 'Angeben, welche Lizenzen Sie haben',
  stepLicencesWhat: 'Produkte und die Zahl der Plätze, damit sie zugewiesen werden können.',
  goToLicences: 'Zu den Lizenzen',
  stepOne: 'Eine Person hinzufügen',
  stepOneWhat: 'Name, Kennwort, Lizenzen und Rollen, in vier Schritten.',
  stepMany: 'Viele auf einmal hinzufügen',
  stepManyWhat: 'Aus einer Tabelle. Sie sehen, was sie bewirken würde, bevor sich etwas ändert.',
  numbers: 'Die Zahlen',
  licences: 'Lizenzen',
  licence: 'Lizenz',
  oneLicence: (name, given, free, waiting) =>
    `${name}: ${given} zugewiesen, ${free} verfügbar, auf ${waiting} wird gewartet.`,
  seats: { given: 'Zugewiesen', reserved: 'Für Importe reserviert', free: 'Verfügbar', waiting: 'Erwartet' },
  countOfSeats: 'Plätze',
  imports: 'Importe',
  file: 'Datei',
  when: 'Wann',
  outcomes: { created: 'Hinzugefügt', updated: 'Geändert', refused: 'Abgelehnt' },
  rows: 'Zeilen',
  oneImport: (created, updated, refused) => `${created} hinzugefügt, ${updated} geändert, ${refused} abgelehnt.`,
  passwords: 'Kennwörter, die in den nächsten 30 Tagen ablaufen',
  noPassword: 'In den nächsten 30 Tagen läuft kein Kennwort ab.',
  onePasswordDay: (people, day) =>
    counted(people, {
      one: `Am ${day} läuft # Kennwort ab, sonst keines.`,
      other: `Am ${day} laufen # Kennwörter ab, sonst keine.`,
    }),
  day: 'Tag',
  ends: { passwordsExpiring: 'Kennwörter', temporaryPasswordsLapsing: 'Vorläufige Kennwörter' },
  countOfPeople: 'Personen',
  people: 'Personen in den letzten 90 Tagen',
  counts: { people: 'Personen', blocked: 'Davon blockiert', deleted: 'Gelöscht, wiederherstellbar' },
} satisfies HomeTexts;
