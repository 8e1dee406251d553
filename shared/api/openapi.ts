/** The OpenAPI 3.1 description of the API, made from its contracts. */
import * as z from 'zod';
import type { RefusalCode } from '../domain/refusals.ts';
import { permissions } from '../domain/roles.ts';
import { statusOf } from '../lambda/graph-error.ts';
import { answerSchemas, bodySchemas, type Content, type Contract, headerOptions, queryOptions } from './contract.ts';
import { contracts } from './contracts.ts';
import { errorAnswer } from './resources.ts';

/** What any route may answer with, whatever it is asked. */
const usual: readonly RefusalCode[] = ['Unauthenticated', 'Forbidden', 'NotFound', 'TooManyAttempts', 'InternalError'];

const pointer = (id: string) => ({ $ref: `#/components/schemas/${id}` });

/** The description; `server` is the address of the API, without a slash at its end. */
export const openApi = (server: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Muster',
    version: 'v1.0',
    description:
      'Adds people to an organisation’s directory and keeps what follows from that true. The vocabulary is that of Microsoft Graph v1.0.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: server }],
  tags: [...new Set(Object.values(contracts).map(({ tag }) => tag))].map((name) => ({ name })),
  paths: pathsOf(contracts),
  components: {
    schemas: { ...schemasIn(bodySchemas, 'input'), ...schemasIn(answerSchemas, 'output') },
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'A token of an operator, a person or an application.' },
      clientCredentials: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: `${server}/oauth2/v2.0/token`, scopes: {} } },
      },
    },
  },
});

const pathsOf = (all: Readonly<Record<string, Contract>>) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, contract] of Object.entries(all)) {
    const [method = '', path = ''] = key.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(key, path, contract) };
  }
  return paths;
};

const operationOf = (key: string, path: string, contract: Contract) => ({
  operationId: operationId(key),
  tags: [contract.tag],
  summary: contract.summary,
  description: [contract.description, neededBy(contract)].filter(Boolean).join('\n\n'),
  ...(contract.needs === 'nothing' ? { security: [] } : { security: [{ token: [] }, { clientCredentials: [] }] }),
  parameters: [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(contract.query ?? []).map((name) => ({
      name,
      in: 'query',
      description: queryOptions[name],
      schema: { type: 'string' },
    })),
    ...(contract.headers ?? []).map((name) => ({
      name,
      in: 'header',
      description: headerOptions[name],
      schema: { type: 'string' },
    })),
  ],
  ...requestBody(contract),
  responses: responsesOf(contract),
});

/** `GET /v1.0/users/{id}` as `get_users_id`. */
const operationId = (key: string): string =>
  key
    .replace('/v1.0', '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/_$/, '')
    .toLowerCase();

const neededBy = ({ needs }: Contract): string => {
  if (needs === 'nothing') return 'Open to everybody.';
  if (needs === 'token') return 'For everybody with a token.';
  if (needs === 'session') return 'For a person who is signed in.';
  if (needs === 'passwordChange') return 'For a person who is signed in, or who must change the password first.';
  return `Permission ${needs}: ${permissions[needs].join(', ')}.`;
};

const requestBody = ({ body, form, bodyIsOptional }: Contract) => {
  const schema = body ?? form;
  if (!schema) return {};
  const type = body ? 'application/json' : 'application/x-www-form-urlencoded';
  const id = bodySchemas.get(schema)?.id ?? '';
  return { requestBody: { required: !bodyIsOptional, content: { [type]: { schema: pointer(id) } } } };
};

const responsesOf = ({ answers, refusals = [], needs, textTypes = [] }: Contract) => {
  const refused = Map.groupBy(
    [...usual, ...refusals].filter((code) => needs !== 'nothing' || code !== 'Unauthenticated'),
    (code) => statusOf([{ code }]),
  );
  return {
    ...Object.fromEntries([...refused].map(([status, codes]) => [status, refusalOf(codes)])),
    ...Object.fromEntries(Object.entries(answers).map(([status, content]) => [status, responseOf(content, textTypes)])),
    ...(refused.has(400) ? {} : { 400: refusalOf(['QueryInvalid']) }),
  };
};

const refusalOf = (codes: readonly string[]) => ({
  description: `Refused: ${[...new Set(codes)].join(', ')}.`,
  content: { 'application/json': { schema: pointer(answerSchemas.get(errorAnswer)?.id ?? '') } },
});

const responseOf = (content: Content, textTypes: readonly string[]) => {
  if (content === 'nothing') return { description: 'Done; there is nothing to say.' };
  if (content === 'elsewhere') {
    const address = { description: 'The address, good for some minutes.', schema: { type: 'string' } };
    return { description: 'It is at the address in Location.', headers: { Location: address } };
  }
  if (typeof content === 'string') return { description: 'The answer.', content: { [content]: { schema: {} } } };
  const id = answerSchemas.get(content)?.id ?? '';
  const texts = Object.fromEntries(textTypes.map((type) => [type, { schema: { type: 'string' } }]));
  return { description: 'The answer.', content: { 'application/json': { schema: pointer(id) }, ...texts } };
};

/** Every schema of a registry as JSON Schema, each referring to the others by name. */
const schemasIn = (registry: z.core.$ZodRegistry<{ id: string }>, io: 'input' | 'output'): Record<string, unknown> => {
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: 'any',
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema]),
  );
};
