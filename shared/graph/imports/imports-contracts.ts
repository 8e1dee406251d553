/** Routes of imports. */

import { mostRowsCounted } from '../../work/credentials/count-delivery.ts';
import { body, type Contracts } from '../contract.ts';
import { importJob, importPage, reportAddress, reportPage, requestedImport } from './import-resources.ts';
import { appliedBody, newDryRunBody, newImportBody } from './new-import-body.ts';

const read = { needs: 'readImports', tag: 'Imports' } as const;
const own = { needs: 'ownImports', tag: 'Imports' } as const;
const managed = { needs: 'manageImports', tag: 'Imports' } as const;

export const importContracts: Contracts = {
  'GET /v1.0/imports': {
    ...read,
    summary: 'Lists imports, newest first',
    query: ['$top', '$skiptoken'],
    maxItems: 100,
    answers: { 200: importPage },
  },
  'POST /v1.0/imports': {
    ...managed,
    summary: 'Begins an import, and says where its file is to be put',
    description:
      'The import starts when the file is there. Options that are left out are those of the organisation. The address takes one file: any other is deleted unread. With `fileSize` in bytes, a file that is too large is refused before it is sent, and one above 8 MiB comes in parts. Whoever asks has to be there, and to be allowed to import, for as long as the import runs: it ends as OwnerGone otherwise.',
    body: body('NewImport', newImportBody),
    answers: { 201: requestedImport },
    refusals: ['FileTooLarge', 'TooManyOpenImports', 'UserNamePatternInvalid'],
  },
  'GET /v1.0/imports/{id}': {
    ...own,
    summary: 'Says how far an import is: status, counts, pace, licences, seats to buy',
    description: `With \`$expand=delivery\` also how many people whom it created stand where with their credential mail: null of a dry run or an undo, before the file is counted, and of more than ${mostRowsCounted.toLocaleString('en')} rows.`,
    query: ['$expand'],
    answers: { 200: importJob },
  },
  'GET /v1.0/imports/{id}/report': {
    ...own,
    summary: 'Says what became of each row, and what it changed',
    description:
      'As text, an answer has as many rows as fit 5 MB; a header Link with rel="next" then leads to the rest.',
    query: ['outcome', '$expand', '$format', '$top', '$skiptoken'],
    maxItems: 1000,
    answers: { 200: reportPage },
    textTypes: ['text/csv', 'application/jsonl'],
  },
  'GET /v1.0/imports/{id}/reportFile': {
    ...read,
    summary: 'Leads to the whole report as CSV, with the columns of the file',
    description:
      'Its refused rows can be mended and imported again. 404 while there is none. With `Accept: application/json` the address itself is the answer, good for five minutes.',
    answers: { 200: reportAddress, 302: 'elsewhere' },
  },
  'POST /v1.0/imports/{id}/cancel': {
    ...managed,
    summary: 'Has an import stop',
    description: 'Rows that have their outcome keep it. It can be resumed or undone.',
    answers: { 202: importJob },
    refusals: ['ImportOver'],
  },
  'POST /v1.0/imports/{id}/resume': {
    ...managed,
    summary: 'Has an import go on that was cancelled, is on hold, or stopped for its file or its refusals',
    description:
      'One that is on hold goes on without the seats: people wait for their licences. It acts with what its owner and whoever resumes it may do both.',
    answers: { 202: importJob },
    refusals: ['ImportNotResumable', 'TooManyOpenImports'],
  },
  'POST /v1.0/imports/{id}/undo': {
    ...managed,
    summary: 'Takes back what an import did: the answer is the import that does so',
    description:
      'People who were created are deleted, changes are taken back, as far as whoever asks may do so; somebody else may ask again for what is left. An undo can be undone.',
    answers: { 202: importJob },
    refusals: ['ImportNotOver', 'NothingToUndo', 'TooManyOpenImports'],
  },
  'POST /v1.0/imports/{id}/apply': {
    ...managed,
    summary: 'Does what a dry run showed: the answer is the import that does so',
    description:
      'It acts with what the owner of the dry run and whoever applies it may do both; somebody else may ask again for what is left. The file is read as it was shown: `columns`, `encoding` and `sheet` that are others are refused.',
    body: body('ApplyImport', appliedBody),
    bodyIsOptional: true,
    answers: { 202: importJob },
    refusals: ['NotADryRun', 'ReadOtherwise', 'ImportNotOver', 'TooManyOpenImports'],
  },
  'POST /v1.0/imports/{id}/dryRun': {
    ...managed,
    summary: 'Shows what the file of an import that is over would do now: the answer is the dry run that does so',
    description:
      'Over the same version of the file, without a second upload. What the body says is otherwise than in that import, such as `columns`, `encoding` and `sheet`; all else is as it was. It acts with what the owner of that import and whoever asks may do both.',
    body: body('DryRun', newDryRunBody),
    bodyIsOptional: true,
    answers: { 202: importJob },
    refusals: ['ImportNotOver', 'FileUnavailable', 'UserNamePatternInvalid', 'TooManyOpenImports'],
  },
};
