/** Routes and query options of a request, as API Gateway has them. */
import { beginningOf } from '../domain/one-line.ts';
import { Refused } from '../domain/refusals.ts';

/**
 * The route key under which the gateway knows a route. OData writes `$batch` and `$ref` into paths, which a gateway's
 * route is not known to take as they are: there each stands as a parameter of that name.
 */
export const gatewayRoute = (route: string): string => route.replace(/\/\$(\w+)/g, '/{$1}');

/** Whether the parameters of such a path have the one value that the route means, in any case. */
export const isMeant = (route: string, parameters: Readonly<Record<string, string>>): boolean =>
  [...route.matchAll(/\/\$(\w+)/g)].every(
    ([, name = '']) => parameters[name]?.toLowerCase() === `$${name}`.toLowerCase(),
  );

/**
 * The options of a request. OData's own, which begin with `$`, may be written in any case. Throws `Refused` for one that
 * is given twice, since of two answers to one question none is right, and for one whose escapes are no UTF-8.
 */
export const queryOf = (
  parameters: Readonly<Record<string, string | undefined>> = {},
  rawQueryString = '',
): Readonly<Record<string, string>> => {
  const names = [...new URLSearchParams(rawQueryString).keys()].map(optionName);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw new Refused({ code: 'QueryInvalid', target: beginningOf(twice, 64), fact: 'it is given more than once' });
  }
  const lost = Object.entries(parameters).find(([name, value = '']) => (name + value).includes('\ufffd'));
  if (lost !== undefined) {
    throw new Refused({ code: 'QueryInvalid', target: beginningOf(lost[0], 64), fact: 'it is not UTF-8' });
  }
  return Object.fromEntries(Object.entries(parameters).map(([name, value = '']) => [optionName(name), value]));
};

const optionName = (name: string): string => (name.startsWith('$') ? name.toLowerCase() : name);
