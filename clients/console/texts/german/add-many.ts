import type { AddManyTexts } from '../english/add-many.ts';

export const addMany = {
  title: 'Mehrere Benutzer hinzufügen',
  description:
    'Fügen Sie Benutzer aus einer Tabelle hinzu. Sie sehen, was mit jeder Zeile geschähe, und entscheiden dann erst; vorher wird nichts geändert.',
  file: 'Datei mit Ihren Benutzern',
  fileHint:
    'Eine Zeile für jeden Benutzer, darüber die Überschriften. Die Spalten dürfen in beliebiger Reihenfolge stehen.',
  fileConstraint: 'CSV bis 2 GB oder eine Excel-Arbeitsmappe (.xlsx, .xlsm) bis 512 MB.',
  drop: 'Ziehen Sie die Datei hierher, oder',
  choose: 'Datei auswählen',
  remove: (name) => `${name} entfernen`,
  sheet: 'Tabellenblatt',
  sheetHint: 'Wie das Blatt mit Ihren Benutzern heißt. Bleibt das Feld leer, wird das erste Blatt gelesen.',
  nothingYet: 'Die Datei wird hochgeladen und geprüft. Dadurch wird niemand hinzugefügt oder geändert.',
  check: 'Hochladen und prüfen',
  templates: 'Vorlagen',
  templatesHint:
    'Leere Dateien mit den Überschriften von Microsoft 365. Füllen Sie sie in einem Tabellenprogramm aus und speichern Sie sie als CSV.',
  downloadTemplate: (language) => `Die Vorlage herunterladen: ${language}`,
  sending: 'Wird hochgeladen',
  sentOf: (sent, all) => `${sent} von ${all}`,
  stay: 'Bleiben Sie auf dieser Seite, bis die Datei hochgeladen ist. Bricht die Verbindung ab, geht es von selbst weiter.',
  stopped: 'Das Hochladen ist stehen geblieben',
  stoppedWhat:
    'Was angekommen ist, bleibt erhalten. Machen Sie weiter, sobald die Verbindung wieder da ist; eine große Datei geht dort weiter, wo sie war.',
  goOn: 'Weiter hochladen',
  cancelUpload: 'Hochladen abbrechen',
  leaveTitle: 'Die Seite verlassen, während die Datei hochgeladen wird?',
  leaveWhat:
    'Das Hochladen endet, wenn Sie diese Seite verlassen. Eine große Datei kann später dort weitergehen, wo sie war.',
  leave: 'Seite verlassen',
  interruptedTitle: (name) => `Das Hochladen von ${name} wurde unterbrochen`,
  interrupted: (share) =>
    `${share} davon ist angekommen. Wählen Sie dieselbe Datei noch einmal aus, dann geht es dort weiter.`,
  throwAway: 'Hochgeladenes verwerfen',
  uploadOverTitle: 'Diese Datei muss nicht mehr hochgeladen werden',
  uploadOver:
    'Sie ist angekommen, oder das Hochladen wurde abgebrochen. Ist nichts daraus geworden, wählen Sie die Datei unten aus: Sie wird neu gesendet.',
  show: 'Zeigen, was daraus geworden ist',
  faults: {
    missing: 'Wählen Sie zuerst eine Datei aus.',
    otherWorkbook: 'Diese Art Arbeitsmappe kann nicht gelesen werden. Speichern Sie sie als .xlsx oder als CSV.',
    otherEnding: 'Wählen Sie eine Datei aus, die auf .csv, .tsv, .txt, .xlsx oder .xlsm endet.',
    empty: 'Die Datei ist leer. Wählen Sie eine mit Überschriften und Benutzern aus.',
    another: (name) =>
      `Das ist eine andere Datei. Wählen Sie ${name} noch einmal aus, so wie sie war, oder verwerfen Sie das Hochgeladene.`,
  },
} satisfies AddManyTexts;
