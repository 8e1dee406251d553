import { counting } from '../../refusals/words/counting.ts';
import type { ImportTexts } from './import-texts.ts';

const counted = counting('nl');
const number = (count: number) => counted(count, { other: '#' });
const rows = (count: number) => counted(count, { one: '# rij', other: '# rijen' });
const waiting = (count: number) =>
  counted(count, {
    one: '# persoon wacht op een licentie en krijgt die zodra er genoeg zijn bijgekocht.',
    other: '# personen wachten op een licentie en krijgen die, op volgorde, zodra er genoeg zijn bijgekocht.',
  });

/** The mails about imports in Dutch. */
export const dutchImports: ImportTexts = {
  import: {
    subject: (file, told) => `Import van ${file}: ${told}`,
    shortly: {
      created: (n) => `${number(n)} toegevoegd`,
      updated: (n) => `${number(n)} bijgewerkt`,
      unchanged: (n) => `${number(n)} ongewijzigd`,
      refused: (n) => `${number(n)} geweigerd`,
      skipped: (n) => `${number(n)} overgeslagen`,
    },
    title: 'De import is voltooid',
    mostRefused: 'De meeste rijen zijn geweigerd',
    allRefused: 'Alle rijen zijn geweigerd: er is niemand geïmporteerd',
    refusedIntroduction: (file, count, duration) =>
      `Het bestand ${file} is gelezen: ${rows(count)} in ${duration}. Meer dan de helft is geweigerd.`,
    introduction: (file, count, duration) => `Het bestand ${file} is geïmporteerd: ${rows(count)} in ${duration}.`,
    counted: {
      created: 'Toegevoegd',
      updated: 'Bijgewerkt',
      unchanged: 'Ongewijzigd',
      refused: 'Geweigerd',
      skipped: 'Overgeslagen, want niet van een persoon',
      waiting: 'In afwachting van een licentie',
    },
    refused: (count) => counted(count, { one: '# rij is geweigerd.', other: '# rijen zijn geweigerd.' }),
    reportSaysWhy: 'Het rapport noemt de reden voor elke geweigerde rij.',
    waiting,
    cancelled: {
      subject: (file) => `De import van ${file} is geannuleerd`,
      title: 'De import is geannuleerd',
      introduction: (file, duration) => `De import van het bestand ${file} is na ${duration} geannuleerd.`,
    },
    stopped: {
      subject: (file) => `De import van ${file} is gestopt`,
      title: 'De import is gestopt',
      introduction: (file, duration) => `De import van het bestand ${file} is na ${duration} gestopt:`,
    },
    soFar: 'Wat daarvoor is gedaan, blijft staan:',
    nothing: 'Er is niemand toegevoegd en niemand gewijzigd.',
  },
  dryRun: {
    subject: (file, told) => `Proefimport van ${file}: ${told}`,
    shortly: {
      created: (n) => `${number(n)} toe te voegen`,
      updated: (n) => `${number(n)} bij te werken`,
      unchanged: (n) => `${number(n)} ongewijzigd`,
      refused: (n) => `${number(n)} te weigeren`,
      skipped: (n) => `${number(n)} overgeslagen`,
    },
    title: 'De proefimport is voltooid: er is niets gewijzigd',
    mostRefused: 'De meeste rijen zouden worden geweigerd; er is niets gewijzigd',
    allRefused: 'Alle rijen zouden worden geweigerd; er is niets gewijzigd',
    refusedIntroduction: (file, count, duration) =>
      `Het bestand ${file} is alleen op proef verwerkt: ${rows(count)} in ${duration}. Er is niets gewijzigd. Een import zou meer dan de helft van de rijen weigeren:`,
    introduction: (file, count, duration) =>
      `Het bestand ${file} is alleen op proef verwerkt: ${rows(count)} in ${duration}. Er is niets gewijzigd. Een import zou dit opleveren:`,
    counted: {
      created: 'Zou worden toegevoegd',
      updated: 'Zou worden bijgewerkt',
      unchanged: 'Zou ongewijzigd blijven',
      refused: 'Zou worden geweigerd',
      skipped: 'Zou worden overgeslagen, want niet van een persoon',
      waiting: 'Zou op een licentie wachten',
      mails: 'E-mails met aanmeldgegevens',
    },
    refused: (count) =>
      counted(count, { one: '# rij zou worden geweigerd.', other: '# rijen zouden worden geweigerd.' }),
    reportSaysWhy: 'Het rapport noemt de reden voor elke geweigerde rij.',
    waiting: (count) =>
      counted(count, {
        one: '# persoon zou op een licentie wachten totdat er genoeg zijn bijgekocht.',
        other: '# personen zouden op een licentie wachten totdat er genoeg zijn bijgekocht.',
      }),
    cancelled: {
      subject: (file) => `De proefimport van ${file} is geannuleerd`,
      title: 'De proefimport is geannuleerd',
      introduction: (file, duration) => `De proefimport van het bestand ${file} is na ${duration} geannuleerd.`,
    },
    stopped: {
      subject: (file) => `De proefimport van ${file} is gestopt`,
      title: 'De proefimport is gestopt',
      introduction: (file, duration) => `De proefimport van het bestand ${file} is na ${duration} gestopt:`,
    },
    soFar: 'Er is niets gewijzigd. Dit was tot dan toe gevonden:',
    nothing: 'Er is niets gewijzigd.',
  },
  undo: {
    subject: (file, told) => `Ongedaan maken van ${file}: ${told}`,
    shortly: {
      done: (n) => `${number(n)} ongedaan gemaakt`,
      unchanged: (n) => `${number(n)} zonder iets om ongedaan te maken`,
      refused: (n) => `${number(n)} ongemoeid gelaten`,
    },
    title: 'Het ongedaan maken is voltooid',
    mostRefused: 'De meeste personen zijn ongemoeid gelaten',
    allRefused: 'Er is niemand teruggezet',
    refusedIntroduction: (file, count, duration) =>
      `Wat eerder met het bestand ${file} is gedaan, kon voor meer dan de helft van de personen niet ongedaan worden gemaakt: ${rows(count)} in ${duration}.`,
    introduction: (file, count, duration) =>
      `Wat eerder met het bestand ${file} is gedaan, is voor zover mogelijk ongedaan gemaakt: ${rows(count)} in ${duration}.`,
    counted: {
      deleted: 'Verwijderd',
      updated: 'Vorige gegevens teruggezet',
      restored: 'Hersteld',
      unchanged: 'Niets ongedaan te maken',
      refused: 'Ongemoeid gelaten',
    },
    refused: (count) =>
      counted(count, { one: '# persoon is ongemoeid gelaten.', other: '# personen zijn ongemoeid gelaten.' }),
    reportSaysWhy:
      'Het rapport noemt voor ieder de reden, bijvoorbeeld dat iemand zich sindsdien heeft aangemeld of is gewijzigd.',
    waiting,
    cancelled: {
      subject: (file) => `Het ongedaan maken van ${file} is geannuleerd`,
      title: 'Het ongedaan maken is geannuleerd',
      introduction: (file, duration) => `Het ongedaan maken voor het bestand ${file} is na ${duration} geannuleerd.`,
    },
    stopped: {
      subject: (file) => `Het ongedaan maken van ${file} is gestopt`,
      title: 'Het ongedaan maken is gestopt',
      introduction: (file, duration) => `Het ongedaan maken voor het bestand ${file} is na ${duration} gestopt:`,
    },
    soFar: 'Wat daarvoor ongedaan is gemaakt, blijft zo:',
    nothing: 'Er is niets ongedaan gemaakt.',
  },
  onHold: {
    subject: (file) => `De import van ${file} wacht op licenties`,
    title: 'De import wacht op licenties',
    introduction: (file, count) =>
      `Het bestand ${file} heeft ${rows(count)} en vraagt meer licenties dan er vrij zijn. Zolang er niet genoeg zijn, wordt niemand toegevoegd of gewijzigd.`,
    goesOn: 'Zodra er genoeg licenties vrij zijn, gaat de import vanzelf verder.',
    beginWithout: 'Nu verdergaan en personen op een licentie laten wachten',
  },
  deletionsHeld: {
    subject: (count) => `De synchronisatie wacht: ze zou ${count} personen verwijderen`,
    title: 'De synchronisatie wacht',
    introduction: (count) =>
      `In de lokale directory zijn ${count} personen verwijderd of buiten het bereik geraakt, meer dan hier zonder controle verwijderd mag worden. Er is niemand gewijzigd. Dit zijn de eersten van hen:`,
    goesOn:
      'Was dat een vergissing, herstel het dan in de lokale directory: de volgende synchronisatie loopt dan vanzelf door.',
    deleteThem: 'Was het de bedoeling, verwijder hen dan',
  },
  runsMissing: {
    subject: 'Al een dag komt er niets uit de lokale directory',
    title: 'De synchronisatie staat stil',
    introduction:
      'Al een dag is er geen synchronisatie geslaagd. Wie er sindsdien lokaal bij kwam, veranderde of vertrok, is dat hier niet.',
    whatToDo:
      'Kijk of de agent draait, en wat er het laatst in zijn logboek staat. Dit wordt één keer gemeld; de volgende synchronisatie haalt alles in.',
  },
  refusedFile: {
    subject: (file) => `${file} is niet geïmporteerd`,
    title: 'Het bestand is geweigerd',
    introduction: (file) => `Het bestand ${file} is geweigerd:`,
  },
  comma: ', ',
  refusedRows: {
    title: 'Geweigerde rijen',
    wouldTitle: 'Rijen die zouden worden geweigerd',
    rowName: 'Rij',
    row: (rowNumber) => `Rij ${rowNumber}`,
    userName: 'Gebruikersnaam',
    reason: 'Reden',
    more: (count) =>
      counted(count, { one: 'Nog # rij; die staat in het rapport.', other: 'Nog # rijen; die staan in het rapport.' }),
  },
  notDone: (count) => counted(count, { one: '# rij is niet verwerkt.', other: '# rijen zijn niet verwerkt.' }),
  report: 'Rapport',
  encoding: 'Tekst gelezen als',
  seatsToBuy: 'Bij te kopen licenties',
  roles: {
    given: 'Deze personen kregen beheerdersrollen',
    wouldGive: 'Deze personen zouden beheerdersrollen krijgen',
    taken: 'Deze personen verloren beheerdersrollen',
    column: 'Rollen',
    more: (count) =>
      counted(count, {
        one: 'Nog # persoon; het auditlogboek noemt iedereen.',
        other: 'Nog # personen; het auditlogboek noemt iedereen.',
      }),
  },
  steps: { apply: 'Precies dit uitvoeren', resume: 'Verdergaan', undo: 'Ongedaan maken wat is gedaan' },
};
