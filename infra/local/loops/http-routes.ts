/** Finds the route of a request as an HTTP API does: the most specific path first, a named method before ANY. */
import type { RouteDefinition } from '../template/routes.ts';

/** A route and the values of its path parameters. */
export type Match = { route: RouteDefinition; pathParameters: Record<string, string> };

/** Undoes percent-encoding; text that is none stays as it is. */
export const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** A part of a route's path: a plain one has no name, and a greedy one takes all that follows. */
type Segment = { text: string; name: string | undefined; isGreedy: boolean };

const segmentsOf = (pattern: string): Segment[] =>
  pattern.split('/').map((text) => {
    const [, name, greedy] = /^\{([^+}]+)(\+)?\}$/.exec(text) ?? [];
    return { text, name, isGreedy: greedy !== undefined };
  });

/** The parameters when a path, in its parts, fits the pattern; undefined when it does not. */
const parametersOf = (pattern: readonly Segment[], given: readonly string[]): Record<string, string> | undefined => {
  const parameters: Record<string, string> = {};
  for (const [at, { text, name, isGreedy }] of pattern.entries()) {
    const value = isGreedy ? given.slice(at).join('/') : given[at];
    if (name === undefined ? value !== text : value === undefined || value === '') return undefined;
    if (name !== undefined) parameters[name] = decode(value ?? '');
    if (isGreedy) return parameters;
  }
  return given.length === pattern.length ? parameters : undefined;
};

/** Sorts routes of which several may fit: plain segments before parameters before greedy ones, segment by segment. */
const rank = (key: string): string => {
  if (key === '$default') return '9';
  const [method, path = ''] = key.split(' ');
  const segments = path
    .split('/')
    .map((segment) => (segment.endsWith('+}') ? '2' : segment.startsWith('{') ? '1' : '0'));
  return `${segments.join('')}${method === 'ANY' ? 1 : 0}`;
};

/** Makes a finder over the routes. */
export const createRouter = (routes: readonly RouteDefinition[]) => {
  const ranked = [...routes]
    .sort((a, b) => (rank(a.key) < rank(b.key) ? -1 : 1))
    .map((route) => {
      const [wantedMethod, pattern = ''] = route.key.split(' ');
      return { route, wantedMethod, pattern: segmentsOf(pattern) };
    });
  return (method: string, path: string): Match | undefined => {
    const given = path.split('/');
    for (const { route, wantedMethod, pattern } of ranked) {
      if (route.key === '$default') return { route, pathParameters: {} };
      if (wantedMethod !== method && wantedMethod !== 'ANY') continue;
      const pathParameters = parametersOf(pattern, given);
      if (pathParameters !== undefined) return { route, pathParameters };
    }
    return undefined;
  };
};
