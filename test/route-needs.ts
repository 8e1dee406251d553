/**
 * What each route of the API needs of whoever asks. It is read from the text of the code, because the module of a
 * function wants its environment: functions/ say `'GET /v1.0/x': xRoute(...)`, shared/lambda what xRoute `needs`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Need, permissions } from '../shared/domain/roles.ts';

const root = join(import.meta.dirname, '..');
const textOf = (folder: string): string =>
  readdirSync(join(root, folder), { encoding: 'utf8', recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');

/** Needs by the names of the constants that make routes. */
const needsByName = (): Map<string, string> =>
  new Map(
    textOf('shared/lambda')
      .split(/^export const /m)
      .flatMap((text) => {
        const [, need] = /\bneeds: '(\w+)'/.exec(text) ?? [];
        return need ? [[/^\w+/.exec(text)?.[0] ?? '', need] as const] : [];
      }),
  );

/** Needs by route key, such as `GET /v1.0/users`. Throws when a route of a function has none that can be read. */
export const routeNeeds = (): ReadonlyMap<string, Need> => {
  const needs = needsByName();
  const routes = textOf('functions').matchAll(/'((?:GET|POST|PUT|PATCH|DELETE) [^']+)':\s*(\w+)/g);
  return new Map(
    [...routes].map(([, route = '', name = '']) => {
      const need = needs.get(name);
      if (need === undefined) throw new Error(`What ${route} needs cannot be read: ${name} says no \`needs\`.`);
      return [route, need as Need];
    }),
  );
};

/** Whether a need is a permission, which roles carry. */
export const isPermission = (need: Need): need is keyof typeof permissions => Object.hasOwn(permissions, need);
