import { likeliestIn } from '../../domain/refusal-facts.ts';
import { counting } from '../words/counting.ts';
import type { FileRefusalTexts } from '../words/refusal-texts.ts';

const counted = counting('de');

/** Why a whole file was refused, in German. */
export const germanFileRefusals: FileRefusalTexts = {
  EmptyFile: () =>
    'Die Datei ist leer. Speichern Sie das Tabellenblatt als CSV mit einer Überschriftenzeile und mindestens einer Person.',
  HeaderOnly: () => 'Die Datei hat Überschriften, aber keine Person darunter. Fügen Sie mindestens eine Zeile hinzu.',
  ExcelWorkbook: () =>
    'Diese Arbeitsmappe kann nicht gelesen werden: Sie hat ein Kennwort, ist beschädigt oder von anderer Art. Speichern Sie sie ohne Kennwort als .xlsx oder als CSV.',
  FormatUnknown: (format) =>
    `Diese Datei ist keine Tabelle mit Personen, sondern ${format}. Öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie als .xlsx oder als CSV.`,
  WorkbookTooLarge: () => 'Entpackt ist diese Arbeitsmappe zu groß. Speichern Sie sie als CSV.',
  SheetUnknown: (sheets, sheet) => `Die Arbeitsmappe hat kein Blatt mit dem Namen ${sheet}. Sie hat: ${sheets}.`,
  FileTooLarge: (size) => `Die Datei ist größer als ${size}. Teilen Sie sie auf.`,
  CompressedFile: () => 'Diese Datei ist komprimiert. Entpacken Sie sie und laden Sie die enthaltene CSV-Datei hoch.',
  BinaryFile: () => 'Die Datei enthält Bytes, die in keinem Text vorkommen. Speichern Sie sie erneut als CSV.',
  EncodingUnclear: (readings) =>
    `Es ist nicht sicher, in welcher Zeichencodierung die Datei gespeichert ist: ${readings}. Speichern Sie sie noch einmal als UTF-8 (in Excel: CSV UTF-8), oder importieren Sie sie mit der Option encoding, etwa { "encoding": "${likeliestIn(readings)}" }.`,
  UnclosedQuote: (line) =>
    `Eine Zelle, die bei Zeile ${line} mit einem Anführungszeichen beginnt, wird nie geschlossen. Schließen Sie das Anführungszeichen oder verdoppeln Sie es in der Zelle.`,
  DuplicateHeadings: (headings) =>
    `Diese Überschriften kommen mehrfach vor: ${headings}. Behalten Sie jeweils nur eine.`,
  HeadingMissing: (heading, target) =>
    target === 'userPrincipalName'
      ? `Der Datei fehlt eine Spalte: ${heading}. Fügen Sie sie hinzu, oder lassen Sie die Benutzernamen mit der Option userNamePattern bilden, etwa "{givenName}.{surname}@contoso.com".`
      : `Der Datei fehlt eine Spalte: ${heading}. Fügen Sie sie hinzu.`,
  HeadingsUnknown: (headings, _target, proposal) =>
    proposal
      ? `Diese Überschriften sind unbekannt: ${headings}. Sagen Sie, was sie bedeuten: Importieren Sie die Datei mit den Optionen ${proposal} (vorher berichtigt), im Text von POST /v1.0/imports oder in NAME.options.json neben der Datei.`
      : `Diese Überschriften sind unbekannt: ${headings}. Verwenden Sie die Überschriften der Vorlage oder entfernen Sie die Spalten.`,
  UserNamePatternInvalid: (fact) =>
    `Das Muster der Benutzernamen ist nicht verwendbar: ${fact}. Es hat {givenName}, {surname}, {displayName}, {mailNickname} oder {employeeId}, {givenName:1} für einen ersten Buchstaben, A-Z, a-z, 0-9, ' . - _ ! # ^ ~, und nach Wunsch @ und eine Domäne der Organisation.`,
  MappingInvalid: (fact) => `Die Zuordnung der Spalten ist nicht verwendbar: ${fact}. Korrigieren Sie sie.`,
  CellTooLarge: (line) => `Eine Zelle bei Zeile ${line} ist zu groß. Kürzen Sie ihren Inhalt.`,
  TooManyColumns: () => 'Die Datei hat mehr Spalten, als gelesen werden können. Entfernen Sie die leeren Spalten.',
  TooManyRows: () => 'Die Datei hat mehr Zeilen, als ein Import lesen kann. Teilen Sie sie auf.',
  HeadingsNotFound: () =>
    'Am Anfang der Datei wurden keine Überschriften gefunden. Entfernen Sie die leeren Zeilen darüber.',
  HeadingsTooLong: () => 'Die Überschriften sind zu lang. Kürzen Sie sie.',
  ImportImpossible: () =>
    'Der Import kann nicht fortgesetzt werden: Ein Teil davon ist größer, als ein Dienst von AWS annimmt, oder wird dort abgelehnt. Machen Sie daraus kleinere Dateien mit weniger und kürzeren Zellen.',
  FileUnavailable: () =>
    'Die Datei wurde geändert oder gelöscht, bevor sie vollständig gelesen war. Laden Sie sie erneut hoch.',
  TooManyRefusals: (count) =>
    `${counted(Number(count), { one: '# Zeile wurde', other: '# Zeilen wurden' })} abgelehnt; bei dieser Anzahl sollte der Import anhalten. Korrigieren Sie die Zeilen oder setzen Sie den Import fort.`,
  OwnerGone: () =>
    'Jemand, für den dieser Import handelt, wurde gelöscht oder gesperrt oder darf nicht mehr importieren. Es wurden keine weiteren Zeilen verarbeitet. Importieren Sie die Datei unter Ihrem eigenen Namen.',
  PlanOutdated: (_fact, licence) =>
    `Der Probelauf stimmt nicht mehr: Von der Lizenz ${licence} sind weniger frei als darin vorgesehen. Es wurde nichts geändert. Machen Sie einen neuen Probelauf.`,
  OptionsInvalid: (fact) =>
    `Die Optionen dieses Imports sind nicht verwendbar: ${fact}. Korrigieren Sie die Optionen und laden Sie die Datei erneut hoch.`,
  SynchronizationIncomplete: (fact) =>
    `Die Datei dieser Synchronisierung ist nicht vollständig: ${fact}. Nichts wurde geändert; die nächste liest alles noch einmal.`,
  WatermarkOutdated: () =>
    'Diese Synchronisierung beginnt nicht dort, wo die letzte endete. Nichts wurde geändert; beginnen Sie noch einmal vom jetzigen Stand.',
  SourceChanged: (domain) =>
    `Die Personen hier kommen aus ${domain}, und diese Synchronisierung liest ein anderes Verzeichnis. Nichts wurde geändert; schalten Sie die Synchronisierung aus und wieder ein, um damit neu zu beginnen.`,
  SourceEmpty: (known) =>
    `Diese Synchronisierung nennt niemanden, obwohl ${known} Personen aus dem lokalen Verzeichnis bekannt sind. Nichts wurde geändert; prüfen Sie den Bereich und was der Agent lesen darf.`,
  CutoverWhileSynchronized: () =>
    'Eine Übernahmemigration fügt Personen hinzu, während andere aus dem lokalen Verzeichnis kommen; jede wäre doppelt vorhanden. Schalten Sie zuerst die Synchronisierung aus, oder migrieren Sie mehrstufig.',
  BatchTooLarge: (rows) =>
    `Die Datei hat mehr Zeilen, als ein Migrationsbatch dieser Art haben darf (${rows}). Niemand wurde hinzugefügt oder geändert; bilden Sie mehrere Batches.`,
  SynchronizationOff: () =>
    'Die Synchronisierung mit dem lokalen Verzeichnis ist ausgeschaltet. Nichts wurde geändert.',
  SynchronizationOnHold: (run) =>
    `Die Synchronisierung wartet, weil ${run} rückgängig gemacht wurde. Beheben Sie den Fehler im lokalen Verzeichnis und lassen Sie sie dann weitermachen.`,
  SynchronizationRunning: (run) =>
    `Eine andere Synchronisierung läuft noch (${run}). Nichts wurde geändert; beginnen Sie noch einmal, wenn sie fertig ist.`,
};
