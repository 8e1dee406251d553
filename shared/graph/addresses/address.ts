/** Where an address leads that the gateway does not know as it is written: Graph minds no case, and the gateway does. */
import { beginningOf } from '../../domain/one-line.ts';

/** The route's own path with the values of the address, and its methods; or the first part of it that leads nowhere. */
export type Address = { path: string; template: string; methods: string[] } | { unknown: string };

/**
 * Where a path leads, among routes such as `GET /v1.0/users/{id}`: names in any case, a slash at the end, OData's keys in
 * brackets (`users('id')`, `users(userPrincipalName='name')`), and `microsoft.graph.` or `graph.` before a name or not.
 */
export const addressOf = (path: string, routes: readonly string[]): Address => {
  const segments = path
    .replace(/^\/|\/$/g, '')
    .split('/')
    .flatMap(keyApart);
  const templates = [...new Set(routes.map((route) => route.replace(/^\S+ \//, '')))];
  const ends = templates.map((template) => ({ template, parts: template.split('/') }));
  const length = lengthKnown(
    segments,
    ends.map(({ parts }) => parts),
  );
  const [best] = ends
    .filter(({ parts }) => parts.length === segments.length && length === segments.length)
    .filter(({ parts }) => parts.every((part, at) => fits(part, segments[at] ?? '')))
    .toSorted((one, other) => rank(one.parts) - rank(other.parts));
  if (best === undefined) return { unknown: beginningOf(segments[Math.min(length, segments.length - 1)] ?? '', 64) };
  const methods = routes
    .filter((route) => route.endsWith(` /${best.template}`))
    .map((route) => route.split(' ')[0] ?? '');
  const filled = best.parts.map((part, at) => (isValue(part) ? encodeURIComponent(segments[at] ?? '') : part));
  return { path: `/${filled.join('/')}`, template: `/${best.template}`, methods };
};

/** How many segments from the first on some route has as well. */
const lengthKnown = (segments: readonly string[], templates: readonly string[][]): number => {
  let open = templates;
  for (const [at, segment] of segments.entries()) {
    open = open.filter((parts) => at < parts.length && fits(parts[at] ?? '', segment));
    // A tenant may be called anything: what begins with a name that nobody has leads nowhere from there on.
    if (open.length === 0) return isNamed(segments[0] ?? '', templates) ? at : 0;
  }
  return segments.length;
};

const isNamed = (first: string, templates: readonly string[][]): boolean =>
  templates.some(([part = '']) => !isValue(part) && fits(part, first));

const isValue = (part: string): boolean => part.startsWith('{');

/** A value is anything but nothing, and what would lead to another address. */
const fits = (part: string, segment: string): boolean =>
  isValue(part)
    ? !['', '.', '..'].includes(segment.trim())
    : segment.toLowerCase().replace(/^(microsoft\.)?graph\./, '') ===
      part.toLowerCase().replace(/^(microsoft\.)?graph\./, '');

/** Fewest values first, as the gateway prefers them. */
const rank = (parts: readonly string[]): number => parts.filter(isValue).length;

const keyed = /^([a-z]+)\((?:(?:id|userPrincipalName|roleTemplateId)\s*=\s*)?(?:'((?:[^']|'')*)'|([\da-f-]{36}))\)$/i;

/** A segment with a key in brackets as the two that it stands for. */
const keyApart = (segment: string): string[] => {
  const [, name, quoted, plain] = keyed.exec(segment) ?? [];
  return name === undefined ? [segment] : [name, plain ?? (quoted ?? '').replaceAll("''", "'")];
};
