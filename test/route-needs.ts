/** What each route needs, read from the text of the code, because a function's module wants its environment. */
import { readdirSync, readFileSync } from 'node:fs';

const textOf = (folder: string) =>
  readdirSync(folder)
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('');

/** Needs by route: `'GET /x': xRoute(` in functions/, and what xRoute needs in shared/lambda. */
export const routeNeeds = (): Record<string, string | undefined> => {
  const stated = textOf('shared/lambda').matchAll(/export const (\w+Route) = [\s\S]*?needs: '(\w+)'/g);
  const needs = new Map([...stated].map(([, name, need]) => [name, need]));
  const routes = textOf('functions').matchAll(/'((?:GET|POST|PUT|PATCH|DELETE) [^']+)': (\w+)\(/g);
  return Object.fromEntries([...routes].map(([, route = '', name]) => [route, needs.get(name)]));
};
