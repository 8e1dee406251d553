/** The body of a request: JSON of a bounded size, held against its schema. */

import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { parseJson } from '../domain/json.ts';
import { beginningOf } from '../domain/one-line.ts';
import { type Refusal, Refused } from '../domain/refusals.ts';
import { namedAs } from './body-names.ts';
import { readText, refuseLost } from './body-text.ts';

/** The JSON in the body. Throws what `readText` throws, and `Refused` BadJson. */
export const readJson = (event: APIGatewayProxyEventV2): unknown => {
  const text = readText(event, 'application/json');
  try {
    return parseJson(text);
  } catch {
    throw new Refused({ code: 'BadJson' });
  }
};

/** The fields of the form in the body. Throws what `readText` throws, and `Refused` ValueInvalid for a field that is there twice. */
export const readForm = (event: APIGatewayProxyEventV2): Readonly<Record<string, string>> => {
  const fields = [...new URLSearchParams(readText(event, 'application/x-www-form-urlencoded'))];
  // An escape may stand for bytes that are no UTF-8 as well.
  for (const pair of fields) pair.map(refuseLost);
  const names = fields.map(([name]) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined)
    throw new Refused({ code: 'ValueInvalid', target: 'form', fact: 'a field is there twice' });
  return Object.fromEntries(fields);
};

/** What a schema made of a body: the properties that fit, and a refusal for each one that does not. */
export type ParsedBody<Schema extends z.ZodType> = { value: Partial<z.output<Schema>>; faults: Refusal[] };

/**
 * Holds a body against its schema, by the names that Graph would read in it. Properties at fault are left out and named,
 * so that the rest can be checked by the domain's rules and all problems go into one answer.
 */
export const parseLeniently = <Schema extends z.ZodType>(schema: Schema, sent: unknown): ParsedBody<Schema> => {
  const { body, faults } = namedAs(schema, sent);
  const parsed = parseNamed(schema, body);
  return { ...parsed, faults: [...faults, ...parsed.faults] };
};

const parseNamed = <Schema extends z.ZodType>(schema: Schema, body: unknown): ParsedBody<Schema> => {
  const result = schema.safeParse(body);
  if (result.success) return { value: result.data as Partial<z.output<Schema>>, faults: [] };
  const { issues } = result.error;
  const atFault = issues.flatMap((issue) => (issue.path.length > 0 ? [String(issue.path[0])] : unknownKeys(issue)));
  const faults = issues.flatMap(refusalsOf);
  if (typeof body !== 'object' || body === null || atFault.length === 0) return { value: {}, faults };
  const fitting = Object.fromEntries(Object.entries(body).filter(([name]) => !atFault.includes(name)));
  const rest = schema.safeParse(fitting);
  return { value: rest.success ? (rest.data as Partial<z.output<Schema>>) : {}, faults };
};

/** Holds a body against its schema, by the names that Graph would read in it; throws `Refused` with every fault. */
export const parseStrictly = <Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> => {
  const { body, faults } = namedAs(schema, sent);
  const result = schema.safeParse(body);
  if (result.success && faults.length === 0) return result.data;
  const all = [...faults, ...(result.error?.issues ?? []).flatMap(refusalsOf)];
  const [first = { code: 'BadJson' } as const, ...others] = all;
  throw new Refused(first, ...others);
};

const unknownKeys = (issue: z.core.$ZodIssue): string[] => (issue.code === 'unrecognized_keys' ? issue.keys : []);

const refusalsOf = (issue: z.core.$ZodIssue): Refusal[] => {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ code: 'PropertyUnknown', target: beginningOf([...path, key].join('.'), 128) }));
  }
  const target = beginningOf(path.join('.'), 128) || 'body';
  if (issue.code === 'invalid_type' && /received undefined$/.test(issue.message) && path.length > 0) {
    return [{ code: 'ValueMissing', target }];
  }
  return [{ code: 'ValueInvalid', target, fact: factOf(issue) }];
};

/** Zod's words where they say what is expected; they never repeat the value. */
const factOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_union' ? 'none of its forms fits' : issue.message.replace(/^Invalid input: /, '');
