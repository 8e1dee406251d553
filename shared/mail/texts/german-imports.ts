import { counting } from '../../refusals/words/counting.ts';
import type { ImportTexts } from './import-texts.ts';

const counted = counting('de');
const number = (count: number) => counted(count, { other: '#' });
const rows = (count: number) => counted(count, { one: '# Zeile', other: '# Zeilen' });
const waiting = (count: number) =>
  counted(count, {
    one: '# Person wartet auf eine Lizenz und erhält sie, sobald genügend nachgekauft wurden.',
    other: '# Personen warten auf eine Lizenz und erhalten sie der Reihe nach, sobald genügend nachgekauft wurden.',
  });

/** The mails about imports in German. */
export const germanImports: ImportTexts = {
  import: {
    subject: (file, told) => `Import von ${file}: ${told}`,
    shortly: {
      created: (n) => `${number(n)} hinzugefügt`,
      updated: (n) => `${number(n)} aktualisiert`,
      unchanged: (n) => `${number(n)} unverändert`,
      refused: (n) => `${number(n)} abgelehnt`,
      skipped: (n) => `${number(n)} übersprungen`,
    },
    title: 'Der Import ist abgeschlossen',
    mostRefused: 'Die meisten Zeilen wurden abgelehnt',
    allRefused: 'Alle Zeilen wurden abgelehnt: Niemand wurde importiert',
    refusedIntroduction: (file, count, duration) =>
      `Die Datei ${file} wurde gelesen: ${rows(count)}; Dauer: ${duration}. Mehr als die Hälfte wurde abgelehnt.`,
    introduction: (file, count, duration) => `Die Datei ${file} wurde importiert: ${rows(count)}; Dauer: ${duration}.`,
    counted: {
      created: 'Hinzugefügt',
      updated: 'Aktualisiert',
      unchanged: 'Unverändert',
      refused: 'Abgelehnt',
      skipped: 'Übersprungen, da von keiner Person',
      waiting: 'Warten auf eine Lizenz',
    },
    refused: (count) => counted(count, { one: '# Zeile wurde abgelehnt.', other: '# Zeilen wurden abgelehnt.' }),
    reportSaysWhy: 'Der Bericht nennt den Grund für jede abgelehnte Zeile.',
    waiting,
    cancelled: {
      subject: (file) => `Der Import von ${file} wurde abgebrochen`,
      title: 'Der Import wurde abgebrochen',
      introduction: (file, duration) => `Der Import der Datei ${file} wurde nach ${duration} abgebrochen.`,
    },
    stopped: {
      subject: (file) => `Der Import von ${file} wurde angehalten`,
      title: 'Der Import wurde angehalten',
      introduction: (file, duration) => `Der Import der Datei ${file} wurde nach ${duration} angehalten:`,
    },
    soFar: 'Was bis dahin geschehen ist, bleibt bestehen:',
    nothing: 'Es wurde niemand hinzugefügt und niemand geändert.',
  },
  dryRun: {
    subject: (file, told) => `Probelauf von ${file}: ${told}`,
    shortly: {
      created: (n) => `${number(n)} hinzuzufügen`,
      updated: (n) => `${number(n)} zu aktualisieren`,
      unchanged: (n) => `${number(n)} unverändert`,
      refused: (n) => `${number(n)} abzulehnen`,
      skipped: (n) => `${number(n)} übersprungen`,
    },
    title: 'Der Probelauf ist abgeschlossen: Es wurde nichts geändert',
    mostRefused: 'Die meisten Zeilen würden abgelehnt. Es wurde nichts geändert',
    allRefused: 'Alle Zeilen würden abgelehnt. Es wurde nichts geändert',
    refusedIntroduction: (file, count, duration) =>
      `Die Datei ${file} wurde nur zur Probe verarbeitet: ${rows(count)}; Dauer: ${duration}. Es wurde nichts geändert. Ein Import würde mehr als die Hälfte der Zeilen ablehnen:`,
    introduction: (file, count, duration) =>
      `Die Datei ${file} wurde nur zur Probe verarbeitet: ${rows(count)}; Dauer: ${duration}. Es wurde nichts geändert. Ein Import hätte dieses Ergebnis:`,
    counted: {
      created: 'Würden hinzugefügt',
      updated: 'Würden aktualisiert',
      unchanged: 'Blieben unverändert',
      refused: 'Würden abgelehnt',
      skipped: 'Würden übersprungen, da von keiner Person',
      waiting: 'Würden auf eine Lizenz warten',
      mails: 'E-Mails mit Zugangsdaten',
    },
    refused: (count) => counted(count, { one: '# Zeile würde abgelehnt.', other: '# Zeilen würden abgelehnt.' }),
    reportSaysWhy: 'Der Bericht nennt den Grund für jede abgelehnte Zeile.',
    waiting: (count) =>
      counted(count, {
        one: '# Person würde auf eine Lizenz warten, bis genügend nachgekauft wurden.',
        other: '# Personen würden auf eine Lizenz warten, bis genügend nachgekauft wurden.',
      }),
    cancelled: {
      subject: (file) => `Der Probelauf von ${file} wurde abgebrochen`,
      title: 'Der Probelauf wurde abgebrochen',
      introduction: (file, duration) => `Der Probelauf der Datei ${file} wurde nach ${duration} abgebrochen.`,
    },
    stopped: {
      subject: (file) => `Der Probelauf von ${file} wurde angehalten`,
      title: 'Der Probelauf wurde angehalten',
      introduction: (file, duration) => `Der Probelauf der Datei ${file} wurde nach ${duration} angehalten:`,
    },
    soFar: 'Es wurde nichts geändert. Bis dahin ergab sich:',
    nothing: 'Es wurde nichts geändert.',
  },
  undo: {
    subject: (file, told) => `Rücknahme von ${file}: ${told}`,
    shortly: {
      done: (n) => `${number(n)} zurückgenommen`,
      unchanged: (n) => `${number(n)} ohne Änderung`,
      refused: (n) => `${number(n)} unverändert belassen`,
    },
    title: 'Die Rücknahme ist abgeschlossen',
    mostRefused: 'Die meisten Personen wurden unverändert gelassen',
    allRefused: 'Niemand wurde zurückgesetzt',
    refusedIntroduction: (file, count, duration) =>
      `Was früher mit der Datei ${file} geschah, ließ sich für mehr als die Hälfte der Personen nicht zurücknehmen: ${rows(count)}; Dauer: ${duration}.`,
    introduction: (file, count, duration) =>
      `Was zuvor mit der Datei ${file} geschehen ist, wurde zurückgenommen, soweit das möglich war: ${rows(count)}; Dauer: ${duration}.`,
    counted: {
      deleted: 'Gelöscht',
      updated: 'Auf den vorigen Stand gebracht',
      restored: 'Wiederhergestellt',
      unchanged: 'Nichts zurückzunehmen',
      refused: 'Unverändert belassen',
    },
    refused: (count) =>
      counted(count, { one: '# Person wurde unverändert belassen.', other: '# Personen wurden unverändert belassen.' }),
    reportSaysWhy:
      'Der Bericht nennt für jede von ihnen den Grund, etwa dass sie sich seitdem angemeldet hat oder geändert wurde.',
    waiting,
    cancelled: {
      subject: (file) => `Die Rücknahme von ${file} wurde abgebrochen`,
      title: 'Die Rücknahme wurde abgebrochen',
      introduction: (file, duration) => `Die Rücknahme für die Datei ${file} wurde nach ${duration} abgebrochen.`,
    },
    stopped: {
      subject: (file) => `Die Rücknahme von ${file} wurde angehalten`,
      title: 'Die Rücknahme wurde angehalten',
      introduction: (file, duration) => `Die Rücknahme für die Datei ${file} wurde nach ${duration} angehalten:`,
    },
    soFar: 'Was bis dahin zurückgenommen wurde, bleibt so:',
    nothing: 'Es wurde nichts zurückgenommen.',
  },
  onHold: {
    subject: (file) => `Der Import von ${file} wartet auf Lizenzen`,
    title: 'Der Import wartet auf Lizenzen',
    introduction: (file, count) =>
      `Die Datei ${file} hat ${rows(count)} und braucht mehr Lizenzen, als frei sind. Bis genügend frei sind, wird niemand hinzugefügt oder geändert.`,
    goesOn: 'Sobald genügend Lizenzen frei sind, geht der Import von selbst weiter.',
    beginWithout: 'Jetzt weitermachen und Personen auf eine Lizenz warten lassen',
  },
  deletionsHeld: {
    subject: (count) => `Die Synchronisierung wartet: Sie würde ${count} Personen löschen`,
    title: 'Die Synchronisierung wartet',
    introduction: (count) =>
      `Im lokalen Verzeichnis wurden ${count} Personen gelöscht oder haben den Bereich verlassen, mehr als hier ungeprüft gelöscht werden dürfen. Niemand wurde geändert. Dies sind die ersten von ihnen:`,
    goesOn:
      'War das ein Versehen, beheben Sie es im lokalen Verzeichnis: Die nächste Synchronisierung läuft dann von selbst durch.',
    deleteThem: 'War es so gewollt, löschen Sie sie',
  },
  runsMissing: {
    subject: 'Seit einem Tag kommt nichts aus dem lokalen Verzeichnis',
    title: 'Die Synchronisierung steht still',
    introduction:
      'Seit einem Tag ist keine Synchronisierung gelungen. Wer seitdem lokal dazukam, geändert wurde oder ging, ist es hier noch nicht.',
    whatToDo:
      'Sehen Sie nach, ob der Agent läuft und was zuletzt in seinem Protokoll steht. Dies wird einmal gemeldet; die nächste Synchronisierung holt alles nach.',
  },
  refusedFile: {
    subject: (file) => `${file} wurde nicht importiert`,
    title: 'Die Datei wurde abgelehnt',
    introduction: (file) => `Die Datei ${file} wurde abgelehnt:`,
  },
  comma: ', ',
  refusedRows: {
    title: 'Abgelehnte Zeilen',
    wouldTitle: 'Zeilen, die abgelehnt würden',
    rowName: 'Zeile',
    row: (rowNumber) => `Zeile ${rowNumber}`,
    userName: 'Benutzername',
    reason: 'Grund',
    more: (count) =>
      counted(count, {
        one: '# weitere Zeile; sie steht im Bericht.',
        other: '# weitere Zeilen; sie stehen im Bericht.',
      }),
  },
  notDone: (count) =>
    counted(count, { one: '# Zeile wurde nicht verarbeitet.', other: '# Zeilen wurden nicht verarbeitet.' }),
  report: 'Bericht',
  encoding: 'Text gelesen als',
  seatsToBuy: 'Nachzukaufende Lizenzen',
  roles: {
    given: 'Diese Personen haben Administratorrollen erhalten',
    wouldGive: 'Diese Personen würden Administratorrollen erhalten',
    taken: 'Diese Personen haben Administratorrollen verloren',
    column: 'Rollen',
    more: (count) =>
      counted(count, {
        one: '# weitere Person; das Überwachungsprotokoll nennt alle.',
        other: '# weitere Personen; das Überwachungsprotokoll nennt alle.',
      }),
  },
  steps: { apply: 'Genau dies ausführen', resume: 'Fortsetzen', undo: 'Zurücknehmen, was geschehen ist' },
};
