/** Routes of imports. */
import type { Contracts } from './contract.ts';
import { importJob, importPage, reportPage } from './resources.ts';

export const importContracts: Contracts = {
  'GET /v1.0/imports': {
    needs: 'readImports',
    tag: 'Imports',
    summary: 'Lists imports, newest first',
    query: ['$top', '$skiptoken'],
    answers: { 200: importPage },
  },
  'GET /v1.0/imports/{id}': {
    needs: 'readImports',
    tag: 'Imports',
    summary: 'Says how far an import is: status, counts, licences, seats to buy',
    answers: { 200: importJob },
  },
  'GET /v1.0/imports/{id}/report': {
    needs: 'readImports',
    tag: 'Imports',
    summary: 'Says what became of each row',
    query: ['outcome', '$top', '$skiptoken'],
    answers: { 200: reportPage },
  },
};
