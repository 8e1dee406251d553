/** Route keys as API Gateway has them. */

/**
 * The route key under which the gateway knows a route. OData writes `$batch` and `$ref` into paths, which a gateway's
 * route is not known to take as they are: there each stands as a parameter of that name.
 */
export const gatewayRoute = (route: string): string => route.replace(/\/\$(\w+)/g, '/{$1}');

/** Whether the parameters of such a path have the one value that the route means. */
export const isMeant = (route: string, parameters: Readonly<Record<string, string>>): boolean =>
  [...route.matchAll(/\/\$(\w+)/g)].every(([, name = '']) => parameters[name] === `$${name}`);
