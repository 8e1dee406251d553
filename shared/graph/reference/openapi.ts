/** The OpenAPI 3.1 description of the API, made from its contracts. */
import * as z from 'zod';
import { permissions } from '../../domain/access/roles.ts';
import { takesNulls } from '../../lambda/body-names.ts';
import {
  answerSchemas,
  bodySchemas,
  type Contract,
  headerOptions,
  type QueryOption,
  queryOptions,
} from '../contract.ts';
import { contracts } from './contracts.ts';
import { pointer, responsesOf } from './responses.ts';

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
      session: { type: 'http', scheme: 'bearer', description: 'The token of a person who has signed in.' },
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
    const [method = '', pattern = ''] = key.split(' ');
    const path = pattern.replace('+}', '}');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(key, path, contract) };
  }
  return paths;
};

const operationOf = (key: string, path: string, contract: Contract) => ({
  operationId: operationId(key),
  tags: [contract.tag],
  summary: contract.summary,
  description: [contract.description, neededBy(contract)].filter(Boolean).join('\n\n'),
  security: securityOf(contract),
  parameters: [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', minLength: 1 },
    })),
    ...(contract.query ?? []).map((name) => ({
      name,
      in: 'query',
      description: queryOptions[name].does,
      schema: optionSchema(name, contract),
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

/** Tokens of people alone reach what is a person's own. */
const securityOf = ({ needs }: Contract): Record<string, []>[] => {
  if (needs === 'nothing') return [];
  if (needs === 'session' || needs === 'passwordChange') return [{ session: [] }];
  return needs === 'ownSessions'
    ? [{ token: [] }, { session: [] }]
    : [{ token: [] }, { session: [] }, { clientCredentials: [] }];
};

const optionSchema = (name: keyof typeof queryOptions, { maxItems = 999 }: Contract) => {
  const option: QueryOption = queryOptions[name];
  const { $schema: _schema, ...schema } = z.toJSONSchema(option.of ?? z.string());
  return name === '$top' ? { ...schema, maximum: maxItems } : schema;
};

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
  if (needs === 'ownSessions') return 'For a person who is signed in, and for an operator.';
  if (needs === 'ownImports') {
    return `Permission readImports: ${permissions.readImports.join(', ')}; of their own runs, permission synchronize: ${permissions.synchronize.join(', ')}.`;
  }
  if (needs === 'ownUploads') {
    return `Of files of their own: permission manageImports: ${permissions.manageImports.join(', ')}; of their own runs, permission synchronize: ${permissions.synchronize.join(', ')}.`;
  }
  if (needs === 'anyToken') return 'For everybody with a token, also one that is good for changing the password alone.';
  return `Permission ${needs}: ${permissions[needs].join(', ')}.`;
};

const requestBody = ({ body, form, bodyIsOptional }: Contract) => {
  const schema = body ?? form;
  if (!schema) return {};
  const type = body ? 'application/json' : 'application/x-www-form-urlencoded';
  const id = bodySchemas.get(schema)?.id ?? '';
  return { requestBody: { required: !bodyIsOptional, content: { [type]: { schema: pointer(id) } } } };
};

/** Groups of characters that not every language has by name, as they are written everywhere; bodies have no surrogates. */
const groups: Readonly<Record<string, string>> = {
  Cc: String.raw`\u0000-\u001f\u007f-\u009f`,
  Cs: '',
  Zl: String.raw`\u2028`,
  Zp: String.raw`\u2029`,
};
const portable = (pattern: string): string =>
  pattern.replace(/\\p\{(\w\w)\}/g, (_, name: string) => groups[name] ?? '');

/** Every schema of a registry as JSON Schema, each referring to the others by name. */
const schemasIn = (registry: z.core.$ZodRegistry<{ id: string }>, io: 'input' | 'output'): Record<string, unknown> => {
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern !== undefined) jsonSchema.pattern = portable(jsonSchema.pattern);
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [
      id,
      takingNulls.has(id) ? withNulls(schema) : schema,
    ]),
  );
};

/** Names of bodies in which null stands for what is not there. */
const takingNulls: ReadonlySet<string> = new Set(
  Object.values(contracts).flatMap(({ body }) => (body && takesNulls(body) ? (bodySchemas.get(body)?.id ?? []) : [])),
);

type JsonSchema = { properties?: Record<string, unknown>; required?: string[]; items?: unknown };

/** The schema with null for whatever need not be there, at any depth. */
const withNulls = (schema: unknown): unknown => {
  const { properties, required = [], items, ...rest } = schema as JsonSchema;
  const named = Object.entries(properties ?? {}).map(([name, property]) => {
    const inner = withNulls(property);
    return [name, required.includes(name) ? inner : { anyOf: [inner, { type: 'null' }] }] as const;
  });
  return {
    ...rest,
    ...(properties && { properties: Object.fromEntries(named) }),
    ...(required.length > 0 && { required }),
    ...(items !== undefined && { items: withNulls(items) }),
  };
};
