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
  'GET /': {
    needs: 'nothing',
    tag: 'The API itself',
    summary: 'Leads to the console',
    answers: { 302: 'elsewhere' },
  },
  'GET /console': {
    needs: 'nothing',
    tag: 'The API itself',
    summary: 'The console, where administrators work in a browser',
    description: 'The page is open to everybody and shows nothing by itself: what is on it is asked of the API.',
    answers: { 200: 'text/html' },
  },
  'GET /console/{file+}': {
    needs: 'nothing',
    tag: 'The API itself',
    summary: 'A page of the console, or a file that its pages are made of',
    description: 'Files lie below `assets/` and never change under one name. Every other address is a page.',
    answers: { 200: 'text/html' },
  },
};
