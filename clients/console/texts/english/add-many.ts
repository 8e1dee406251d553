/** What the pages of pages/add-many say. */
export const addMany = {
  title: 'Add multiple users',
  description:
    'Add users from a spreadsheet. You see what would happen to each row, and decide then; nothing is changed before.',
  file: 'File with your users',
  fileHint: 'One row for each user, with headings above. Columns may stand in any order.',
  fileConstraint: 'CSV up to 2 GB, or an Excel workbook (.xlsx, .xlsm) up to 512 MB.',
  drop: 'Drop the file here, or',
  choose: 'Choose file',
  remove: (name: string) => `Remove ${name}`,
  sheet: 'Sheet',
  sheetHint: 'What the sheet is called that has your users. Left empty, the first sheet is read.',
  nothingYet: 'The file is uploaded and checked. Nobody is added or changed by that.',
  check: 'Upload and check',
  templates: 'Templates',
  templatesHint:
    'Empty files with the headings of Microsoft 365. Fill them in with a spreadsheet program, save as CSV.',
  downloadTemplate: (language: string) => `Download the template: ${language}`,
  sending: 'Uploading',
  sentOf: (sent: string, all: string) => `${sent} of ${all}`,
  stay: 'Stay on this page until the file is uploaded. If the connection breaks, the upload goes on by itself.',
  stopped: 'The upload has stopped',
  stoppedWhat: 'What has arrived is kept. Go on when the connection is back; a large file goes on where it was.',
  goOn: 'Go on with the upload',
  cancelUpload: 'Cancel the upload',
  leaveTitle: 'Leave while the file is uploaded?',
  leaveWhat: 'The upload stops when you leave this page. A large file can go on later from where it was.',
  leave: 'Leave the page',
  interruptedTitle: (name: string) => `The upload of ${name} was interrupted`,
  interrupted: (share: string) =>
    `${share} of it has arrived. Choose the same file again, and the upload goes on from there.`,
  throwAway: 'Discard the upload',
  uploadOverTitle: 'This file needs no upload any more',
  uploadOver:
    'It has arrived, or its upload was cancelled. If nothing came of it, choose the file below: it is sent anew.',
  show: 'Show what came of it',
  faults: {
    missing: 'Choose a file first.',
    otherWorkbook: 'This kind of workbook cannot be read. Save it as .xlsx or as CSV.',
    otherEnding: 'Choose a file that ends in .csv, .tsv, .txt, .xlsx or .xlsm.',
    empty: 'The file is empty. Choose one with headings and users.',
    another: (name: string) => `This is another file. Choose ${name} again, as it was, or discard the upload.`,
  },
};

export type AddManyTexts = typeof addMany;
