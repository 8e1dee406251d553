/** Requests of clients, held against what the API says of its routes. */
import { contracts } from '../../../shared/graph/reference/contracts.ts';
import { namedAs } from '../../../shared/lambda/body-names.ts';
import { routeOf } from '../../route-of.ts';

/** A request as a client sends it. */
export type Sent = { method: string; path: string; body?: unknown };

/** The route that takes it, and what is wrong with it: an option of the query, or the body, that the route does not take. */
export const held = ({ method, path, body }: Sent): { route: string; faults: string[] } => {
  const [plain = '', search = ''] = path.split('?');
  const route = routeOf(method, plain);
  const contract = route === undefined ? undefined : contracts[route];
  if (route === undefined || contract === undefined) return { route: '', faults: [`there is no ${method} ${plain}`] };
  const known: readonly string[] = contract.query ?? [];
  const strange = [...new URLSearchParams(search).keys()].filter((name) => !known.includes(name));
  return { route, faults: [...strange.map((name) => `${route} takes no ${name}`), ...bodyFaults(route, body)] };
};

const bodyFaults = (route: string, body: unknown): string[] => {
  const { body: schema, form, bodyIsOptional } = contracts[route] ?? {};
  if (form) return [];
  if (schema === undefined) return body === undefined ? [] : [`${route} takes no body`];
  if (body === undefined) return bodyIsOptional ? [] : [`${route} wants a body`];
  const { error } = schema.safeParse(namedAs(schema, body).body);
  return (error?.issues ?? []).map((issue) => `${route}: ${issue.path.join('.')} ${issue.message}`);
};
