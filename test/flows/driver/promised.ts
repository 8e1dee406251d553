/** Holds every answer that a flow gets against what the API promises of it. */
import type { Content } from '../../../shared/graph/contract.ts';
import { errorAnswer } from '../../../shared/graph/people/resources.ts';
import { contracts } from '../../../shared/graph/reference/contracts.ts';
import { routeOf } from '../../route-of.ts';

type Answered = { method: string; path: string; status: number; body: unknown };

/** What is wrong with an answer, by place and never by value; undefined when it is as promised. */
export const brokenPromise = ({ method, path, status, body }: Answered): string | undefined => {
  const key = routeOf(method, path);
  const contract = key === undefined ? undefined : contracts[key];
  if (!contract) return undefined;
  const promised = contract.answers[status] ?? (status >= 400 && status < 500 ? errorAnswer : undefined);
  if (promised === undefined) return `${key} does not promise to answer with ${status}`;
  const fault = faultIn(promised, body);
  return fault && `${key} answered ${status} with something else than promised: ${fault}`;
};

const faultIn = (promised: Content, body: unknown): string | undefined => {
  if (promised === 'nothing') return body === undefined ? undefined : 'a body';
  if (typeof promised === 'string') return undefined;
  const { error } = promised.safeParse(body);
  return error?.issues
    .map((issue) => `${issue.path.join('.')} ${'keys' in issue ? issue.keys.join(', ') : ''} ${issue.code}`)
    .join('; ');
};
