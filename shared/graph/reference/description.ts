/** Routes that describe the API. */
import * as z from 'zod';
import { answer, type Contracts } from '../contract.ts';

export const descriptionContracts: Contracts = {
  'GET /openapi.json': {
    needs: 'nothing',
    tag: 'The API itself',
    summary: 'This description, as an OpenAPI 3.1 document',
    answers: { 200: answer('OpenApi', z.looseObject({ openapi: z.literal('3.1.0') })) },
  },
  'GET /reference': {
    needs: 'nothing',
    tag: 'The API itself',
    summary: 'This description, as pages: the first, with all routes',
    answers: { 200: 'text/html' },
  },
  'GET /reference/{page}': {
    needs: 'nothing',
    tag: 'The API itself',
    summary: 'A page of it: a group of routes, the refusals, the shapes, or who may do what',
    answers: { 200: 'text/html' },
  },
};
