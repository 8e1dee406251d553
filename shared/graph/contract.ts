/** What the API promises of each route: the source of its description, and what tests hold its answers against. */
import * as z from 'zod';
import type { Need } from '../domain/access/roles.ts';
import { rowOutcomes } from '../domain/imports/import-progress.ts';
import type { RefusalCode } from '../domain/refusals.ts';

/** Schemas by the names that the description gives them: of bodies as they may be sent, and of answers. */
export const bodySchemas = z.registry<{ id: string }>();
export const answerSchemas = z.registry<{ id: string }>();

/** Names the schema of a body. */
export const body = <Schema extends z.ZodType>(id: string, schema: Schema): Schema => {
  bodySchemas.add(schema, { id });
  return schema;
};

/** Names the schema of an answer. Answers are strict: a property that is not declared must not leave. */
export const answer = <Schema extends z.ZodType>(id: string, schema: Schema): Schema => {
  answerSchemas.add(schema, { id });
  return schema;
};

/** An option of a query: what it does, and what it may be; any text where nothing is said. */
export type QueryOption = { does: string; of?: z.ZodType };

/** Options of a query. */
export const queryOptions = {
  $top: { does: 'How many items a page has at most.', of: z.int().min(1) },
  $skiptoken: { does: 'Where the page before this one ended: it comes from @odata.nextLink.' },
  $filter: { does: 'Which items: see the guide for what can be asked.' },
  $select: { does: 'Which properties, separated by commas.' },
  $orderby: { does: 'The order: userPrincipalName or displayName, each with asc or desc.' },
  $count: { does: 'true: with @odata.count, how many there are in all.', of: z.boolean() },
  $expand: {
    does: 'delivery: how far credentials are: with each row those of its person, with an import how many are where.',
    of: z.literal('delivery'),
  },
  $format: { does: 'json, or the report as text: csv or jsonl.', of: z.enum(['json', 'csv', 'jsonl']) },
  outcome: { does: 'Rows of one outcome.', of: z.enum(rowOutcomes) },
  period: {
    does: 'How many days: D7, D30, D90 (unless it is said), D180 or D365.',
    of: z.enum(['D7', 'D30', 'D90', 'D180', 'D365']),
  },
  lang: { does: 'The language of the page: en, nl, de or zh-Hans.' },
  userName: { does: 'The user name that the page begins with.' },
} satisfies Record<string, QueryOption>;

/** Headers of a request, each with what it does. */
export const headerOptions = {
  'Idempotency-Key': 'The same key with the same body gives the same person again, created once.',
  'If-Match': 'The ETag that was read: the change is made only if nothing has changed since.',
  Prefer: 'return=representation: the answer is the changed resource.',
  Authorization: 'Basic authentication with client id and client secret.',
} as const;

/** An answer: a schema of JSON, or the type of another content, or nothing, or that it lies elsewhere. */
export type Content = z.ZodType | `${string}/${string}` | 'nothing' | 'elsewhere';

export type Tag =
  | 'People'
  | 'Deleted people'
  | 'Licences'
  | 'Roles'
  | 'Signing in'
  | 'Applications'
  | 'Imports'
  | 'Migrations'
  | 'Settings'
  | 'Synchronisation'
  | 'Templates'
  | 'Reports'
  | 'Audit'
  | 'The API itself';

/** A route's promise. */
export type Contract = {
  /** What it needs of whoever asks. */
  needs: Need;
  tag: Tag;
  /** One line; what is special about it comes in `description`. */
  summary: string;
  description?: string;
  query?: readonly (keyof typeof queryOptions)[];
  /** The largest `$top`; 999 unless it is said. */
  maxItems?: number;
  headers?: readonly (keyof typeof headerOptions)[];
  body?: z.ZodType;
  /** The body may be left out. */
  bodyIsOptional?: true;
  form?: z.ZodType;
  answers: Readonly<Record<number, Content>>;
  /** Types of text in which the answer can be had as well. */
  textTypes?: readonly `${string}/${string}`[];
  /** Codes of its own, beside those that any route may answer with. */
  refusals?: readonly RefusalCode[];
};

/** Contracts by route key, as the gateway has it: `GET /v1.0/users/{id}`. */
export type Contracts = Readonly<Record<string, Contract>>;
