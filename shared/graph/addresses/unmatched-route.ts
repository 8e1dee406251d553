/** The route of every request that the gateway knows no route for. */
import type { Need } from '../../domain/access/roles.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Answer, Request, Route } from '../../lambda/route.ts';
import { addressOf } from './address.ts';
import { type CallOn, passedOnHeader } from './call-on.ts';

/** Every route of the API with what it needs, and the way to it. */
export type UnmatchedPorts = { needs: () => Promise<Readonly<Record<string, { needs: Need }>>>; callOn: CallOn };

/**
 * $default: a known address in another spelling is passed on under its own, where whoever asks is authorised as always;
 * HEAD is GET without the body. Windows PowerShell follows no 308, and PowerShell drops the token when it does; curl
 * follows only when it is told to. Where a password or a secret is tried it is a 308 all the same: the tries are counted
 * by where they come from. Everything else is refused: 404 with the part of the address that leads nowhere, or 405.
 */
export const unmatchedRoute = ({ needs, callOn }: UnmatchedPorts): Route => ({
  needs: 'nothing',
  answer: async (request) => {
    const { method, path } = request.sent;
    const routes = await needs();
    const address = addressOf(path, Object.keys(routes));
    if ('unknown' in address) throw new Refused({ code: 'NotFound', fact: address.unknown });
    const wanted = method === 'HEAD' ? 'GET' : method;
    if (!address.methods.includes(wanted)) throw notAllowed(address.methods);
    // It has been here before, so the gateway does not know it under this address either.
    if (request.headers[passedOnHeader] !== undefined) throw new Refused({ code: 'NotFound' });
    const need = routes[`${wanted} ${address.template}`]?.needs;
    if (need === 'nothing' || need === 'passwordChange') return movedTo(address.path, request);
    const answer = await callOn(request, address.path, wanted);
    return method === 'HEAD' ? withoutBody(answer) : answer;
  },
});

const notAllowed = (methods: readonly string[]): Refused => {
  const all = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
  return new Refused({ code: 'MethodNotAllowed', fact: all.join(', ') });
};

/** The whole address: Microsoft's JavaScript client takes a part of one for all of it. */
const movedTo = (path: string, { origin, sent }: Request): Answer => {
  const location = `${origin.replace(/\/v1\.0$/, '')}${path}${sent.query && `?${sent.query}`}`;
  return { status: 308, headers: { location } };
};

const withoutBody = ({ status, headers = {} }: Answer): Answer => ({ status, headers });
