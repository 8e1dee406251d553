/**
 * Bodies as Microsoft Graph reads them: the names of properties in any case, and OData's annotations, which say something
 * of the message and not of what it is about.
 */
import type * as z from 'zod';
import { beginningOf } from '../domain/one-line.ts';
import type { Refusal } from '../domain/refusals.ts';

/** Graph's type of a schema's objects, such as `user`, by the schema. */
const types = new WeakMap<object, string>();

/** Names Graph's type of a schema's objects: another one in `@odata.type` is refused. */
export const ofType = <Schema extends z.ZodType>(type: string, schema: Schema): Schema => {
  types.set(schema, type);
  return schema;
};

/** What a body says, by the names that its schema has, and what is wrong with its names. */
export type NamedBody = { body: unknown; faults: Refusal[] };

/** Schemas of bodies in which null stands for a property that is not there. */
const ofNew = new WeakSet<object>();

/** The schema of what asks for something new or to be done: null stands for a property that is not there, at any depth. */
export const withoutNulls = <Schema extends z.ZodType>(schema: Schema): Schema => {
  ofNew.add(schema);
  return schema;
};

/** Whether null stands for a property of this schema that is not there. */
export const takesNulls = (schema: z.ZodType): boolean => ofNew.has(schema);

/** The body with the names of its schema. A name that is there twice, in whatever case, is refused. */
export const namedAs = (schema: z.ZodType, body: unknown): NamedBody => {
  const faults: Refusal[] = [];
  return { body: read(schema, body, [], { nullIsAbsent: takesNulls(schema), faults }), faults };
};

type Reader = { nullIsAbsent: boolean; faults: Refusal[] };

/** OData 4.01 lets `odata.` be left out. What a property is bound to is no annotation: it asks for something. */
const annotation =
  /@((odata\.)?(type|id|context|etag|count|nextLink|editLink|readLink|[a-z]+Link)|microsoft\.graph\..+)$/i;

const read = (schema: z.ZodType, value: unknown, path: readonly string[], reader: Reader): unknown => {
  const inner = within(schema);
  if (Array.isArray(value)) {
    const { element } = inner.def as unknown as { element?: z.ZodType };
    return element ? value.map((item, index) => read(element, item, [...path, String(index)], reader)) : value;
  }
  const forms = formsOf(inner);
  if (typeof value !== 'object' || value === null || forms.length === 0) return value;
  return readObject(forms, value, path, reader);
};

const readObject = (forms: readonly ObjectForm[], value: object, path: readonly string[], reader: Reader): object => {
  const shape: Record<string, z.ZodType> = Object.assign({}, ...forms.map((form) => form.def.shape));
  const names = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]));
  const properties = new Map<string, unknown>();
  for (const [given, item] of Object.entries(value)) {
    const name = names.get(given.toLowerCase()) ?? given;
    const property = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (property === undefined && annotation.test(given)) reader.faults.push(...typeFaults(forms, given, item, path));
    else if (properties.has(name)) reader.faults.push(fault([...path, name], 'it is given twice'));
    else if (!(property && isAbsent(property, item, reader))) {
      properties.set(name, property ? read(property, item, [...path, name], reader) : item);
    }
  }
  return Object.fromEntries(properties);
};

const isAbsent = (property: z.ZodType, item: unknown, { nullIsAbsent }: Reader): boolean =>
  nullIsAbsent && item === null && property.isOptional() && !property.isNullable();

const typeFaults = (forms: readonly ObjectForm[], name: string, item: unknown, path: readonly string[]): Refusal[] => {
  const wanted = forms.flatMap((form) => types.get(form) ?? []);
  if (!/^@(odata\.)?type$/i.test(name) || wanted.length === 0) return [];
  const given = typeof item === 'string' ? item.toLowerCase().replace(/^#/, '') : '';
  if (wanted.some((type) => given === `microsoft.graph.${type}`.toLowerCase())) return [];
  return [fault([...path, name], `it is #microsoft.graph.${wanted[0]}`)];
};

const fault = (path: readonly string[], fact: string): Refusal => {
  return { code: 'ValueInvalid', target: beginningOf(path.join('.'), 128), fact };
};

type ObjectForm = z.ZodObject;

/** The schema below what lets a value be absent or null, or does something with it afterwards. */
const within = (schema: z.ZodType): z.ZodType => {
  const { innerType, in: before } = schema.def as unknown as { innerType?: z.ZodType; in?: z.ZodType };
  const next = innerType ?? before;
  return next ? within(next) : schema;
};

/** The forms of an object that a schema allows, of which one may fit. */
const formsOf = (schema: z.ZodType): ObjectForm[] => {
  const { type, options = [] } = schema.def as unknown as { type: string; options?: readonly z.ZodType[] };
  if (type === 'object') return [schema as ObjectForm];
  return options.flatMap((option) => formsOf(within(option)));
};
