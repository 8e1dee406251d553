import { counting } from '../../refusals/words/counting.ts';
import type { ImportTexts } from './import-texts.ts';

const counted = counting('en-GB');
const number = (count: number) => counted(count, { other: '#' });
const rows = (count: number) => counted(count, { one: '# row', other: '# rows' });
const waiting = (count: number) =>
  counted(count, {
    one: '# person waits for a licence and gets it as soon as enough seats have been bought.',
    other: '# people wait for a licence and get it, in their order, as soon as enough seats have been bought.',
  });

/** The mails about imports in English. */
export const englishImports: ImportTexts = {
  import: {
    subject: (file, told) => `Import of ${file}: ${told}`,
    shortly: {
      created: (n) => `${number(n)} created`,
      updated: (n) => `${number(n)} updated`,
      unchanged: (n) => `${number(n)} unchanged`,
      refused: (n) => `${number(n)} refused`,
      skipped: (n) => `${number(n)} skipped`,
    },
    title: 'The import is complete',
    mostRefused: 'Most rows were refused',
    allRefused: 'All rows were refused: nobody was imported',
    refusedIntroduction: (file, count, duration) =>
      `The file ${file} was read: ${rows(count)} in ${duration}. More than half of them were refused.`,
    introduction: (file, count, duration) => `The file ${file} was imported: ${rows(count)} in ${duration}.`,
    counted: {
      created: 'Created',
      updated: 'Updated',
      unchanged: 'Unchanged',
      refused: 'Refused',
      skipped: 'Skipped, since they are of no person',
      waiting: 'Waiting for a licence',
    },
    refused: (count) => counted(count, { one: '# row was refused.', other: '# rows were refused.' }),
    reportSaysWhy: 'The report gives the reason for every refused row.',
    waiting,
    cancelled: {
      subject: (file) => `The import of ${file} was cancelled`,
      title: 'The import was cancelled',
      introduction: (file, duration) => `The import of the file ${file} was cancelled after ${duration}.`,
    },
    stopped: {
      subject: (file) => `The import of ${file} was stopped`,
      title: 'The import was stopped',
      introduction: (file, duration) => `The import of the file ${file} was stopped after ${duration}:`,
    },
    soFar: 'What was done before that stays:',
    nothing: 'Nobody was added, and nobody was changed.',
  },
  dryRun: {
    subject: (file, told) => `Dry run of ${file}: ${told}`,
    shortly: {
      created: (n) => `${number(n)} would be created`,
      updated: (n) => `${number(n)} updated`,
      unchanged: (n) => `${number(n)} unchanged`,
      refused: (n) => `${number(n)} refused`,
      skipped: (n) => `${number(n)} skipped`,
    },
    title: 'The dry run is complete: nothing was changed',
    mostRefused: 'Most rows would be refused; nothing was changed',
    allRefused: 'All rows would be refused; nothing was changed',
    refusedIntroduction: (file, count, duration) =>
      `The file ${file} was only tried: ${rows(count)} in ${duration}. Nothing was changed. An import would refuse more than half of its rows:`,
    introduction: (file, count, duration) =>
      `The file ${file} was only tried: ${rows(count)} in ${duration}. Nothing was changed. An import would come to this:`,
    counted: {
      created: 'Would be created',
      updated: 'Would be updated',
      unchanged: 'Would stay unchanged',
      refused: 'Would be refused',
      skipped: 'Would be skipped, since they are of no person',
      waiting: 'Would wait for a licence',
      mails: 'Mails with credentials',
    },
    refused: (count) => counted(count, { one: '# row would be refused.', other: '# rows would be refused.' }),
    reportSaysWhy: 'The report gives the reason for every refused row.',
    waiting: (count) =>
      counted(count, {
        one: '# person would wait for a licence until enough seats have been bought.',
        other: '# people would wait for a licence until enough seats have been bought.',
      }),
    cancelled: {
      subject: (file) => `The dry run of ${file} was cancelled`,
      title: 'The dry run was cancelled',
      introduction: (file, duration) => `The dry run of the file ${file} was cancelled after ${duration}.`,
    },
    stopped: {
      subject: (file) => `The dry run of ${file} was stopped`,
      title: 'The dry run was stopped',
      introduction: (file, duration) => `The dry run of the file ${file} was stopped after ${duration}:`,
    },
    soFar: 'Nothing was changed. What had been found before that:',
    nothing: 'Nothing was changed.',
  },
  undo: {
    subject: (file, told) => `Undo of ${file}: ${told}`,
    shortly: {
      done: (n) => `${number(n)} undone`,
      unchanged: (n) => `${number(n)} had nothing to undo`,
      refused: (n) => `${number(n)} left as they are`,
    },
    title: 'The undo is complete',
    mostRefused: 'Most people were left as they are',
    allRefused: 'Nobody was changed back',
    refusedIntroduction: (file, count, duration) =>
      `What was done earlier with the file ${file} could not be undone for more than half of its people: ${rows(count)} in ${duration}.`,
    introduction: (file, count, duration) =>
      `What was done earlier with the file ${file} has been undone as far as possible: ${rows(count)} in ${duration}.`,
    counted: {
      deleted: 'Deleted',
      updated: 'Changed back',
      restored: 'Restored',
      unchanged: 'Nothing to undo',
      refused: 'Left as they are',
    },
    refused: (count) =>
      counted(count, { one: '# person was left as they are.', other: '# people were left as they are.' }),
    reportSaysWhy:
      'The report gives the reason for each of them, for example that they have signed in or were changed since.',
    waiting,
    cancelled: {
      subject: (file) => `The undo of ${file} was cancelled`,
      title: 'The undo was cancelled',
      introduction: (file, duration) => `The undo for the file ${file} was cancelled after ${duration}.`,
    },
    stopped: {
      subject: (file) => `The undo of ${file} was stopped`,
      title: 'The undo was stopped',
      introduction: (file, duration) => `The undo for the file ${file} was stopped after ${duration}:`,
    },
    soFar: 'What was undone before that stays undone:',
    nothing: 'Nothing was undone.',
  },
  onHold: {
    subject: (file) => `The import of ${file} waits for licences`,
    title: 'The import waits for licences',
    introduction: (file, count) =>
      `The file ${file} has ${rows(count)} and needs more seats than are free. Until there are enough, nobody is added or changed.`,
    goesOn: 'As soon as enough seats are free, the import goes on by itself.',
    beginWithout: 'Go on now, and let people wait for licences',
  },
  deletionsHeld: {
    subject: (count) => `Synchronisation waits: it would delete ${count} people`,
    title: 'Synchronisation waits',
    introduction: (count) =>
      `In the directory on premises ${count} people were deleted or left the scope, more than may be deleted here without a look. Nobody was changed. These are the first of them:`,
    goesOn: 'If that was a mistake, mend it in the directory on premises: the next run then goes through by itself.',
    deleteThem: 'If it was meant, delete them',
  },
  runsMissing: {
    subject: 'Nothing has come from the directory on premises for a day',
    title: 'Synchronisation stands still',
    introduction:
      'No run of synchronisation has come through for a day. Whoever came, changed or left on premises since is not so here.',
    whatToDo:
      'Look whether the agent runs, and at what its log says last. This is told once; the next run takes up all that it missed.',
  },
  refusedFile: {
    subject: (file) => `${file} was not imported`,
    title: 'The file was refused',
    introduction: (file) => `The file ${file} was refused:`,
  },
  comma: ', ',
  refusedRows: {
    title: 'Refused rows',
    wouldTitle: 'Rows that would be refused',
    rowName: 'Row',
    row: (rowNumber) => `Row ${rowNumber}`,
    userName: 'User name',
    reason: 'Reason',
    more: (count) =>
      counted(count, { one: '# more row; the report has it.', other: '# more rows; the report has them.' }),
  },
  notDone: (count) => counted(count, { one: '# row was not done.', other: '# rows were not done.' }),
  report: 'Report',
  encoding: 'Text read as',
  seatsToBuy: 'Licences to buy',
  roles: {
    given: 'These people got administrator roles',
    wouldGive: 'These people would get administrator roles',
    taken: 'These people lost administrator roles',
    column: 'Roles',
    more: (count) =>
      counted(count, {
        one: '# more person; the audit names everybody.',
        other: '# more people; the audit names everybody.',
      }),
  },
  steps: { apply: 'Do exactly this', resume: 'Go on with it', undo: 'Take back what was done' },
};
