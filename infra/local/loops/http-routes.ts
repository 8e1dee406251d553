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

/** The parameters when `path` fits `pattern`; undefined when it does not. */
const parametersOf = (pattern: string, path: string): Record<string, string> | undefined => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const parameters: Record<string, string> = {};
  for (const [at, segment] of wanted.entries()) {
    const [, name, greedy] = /^\{([^+}]+)(\+)?\}$/.exec(segment) ?? [];
    const value = greedy === undefined ? given[at] : given.slice(at).join('/');
    if (name === undefined ? value !== segment : value === undefined || value === '') return undefined;
    if (name !== undefined) parameters[name] = decode(value ?? '');
    if (greedy !== undefined) return parameters;
  }
  return given.length === wanted.length ? parameters : undefined;
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
  const ranked = [...routes].sort((a, b) => (rank(a.key) < rank(b.key) ? -1 : 1));
  return (method: string, path: string): Match | undefined => {
    for (const route of ranked) {
      if (route.key === '$default') return { route, pathParameters: {} };
      const [wantedMethod, pattern = ''] = route.key.split(' ');
      if (wantedMethod !== method && wantedMethod !== 'ANY') continue;
      const pathParameters = parametersOf(pattern, path);
      if (pathParameters !== undefined) return { route, pathParameters };
    }
    return undefined;
  };
};
