/** Which route of the API a request is answered by. */
import { contracts } from '../shared/graph/reference/contracts.ts';

/** The route of a path as the gateway finds it: plain segments before parameters. */
export const routeOf = (method: string, path: string): string | undefined => {
  const segments = path.split('?')[0]?.split('/') ?? [];
  const fits = (key: string) => {
    const [wanted, pattern = ''] = key.split(' ');
    const parts = pattern.split('/');
    return (
      wanted === method &&
      parts.length === segments.length &&
      parts.every((part, index) => (/^\{.*\}$/.test(part) ? segments[index] !== '' : part === segments[index]))
    );
  };
  const weight = (key: string) => key.split('{').length;
  return Object.keys(contracts)
    .filter(fits)
    .sort((one, other) => weight(one) - weight(other))[0];
};
