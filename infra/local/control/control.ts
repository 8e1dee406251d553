/** The control address `/_local/`: what runs, the clock, schedules on demand, and what is to go wrong. For this machine's user alone. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { Handle } from '../emulators/listen.ts';
import { callFaults, deliveryFaults, eventFaults, faultPlan } from '../faults/fault-plan.ts';
import type { Faults } from '../faults/faults.ts';
import type { Clock } from '../functions/clock.ts';
import type { Schedules } from '../loops/schedules.ts';
import type { QueueCount } from '../queue-counts.ts';
import { controlPage, controlPolicy } from './page.ts';
import type { ShownImports } from './shown-imports.ts';
import { wordsOf } from './words.ts';

/** What the control address shows and moves. */
export type ControlOptions = {
  clock: Clock;
  schedules: Schedules;
  faults: Faults;
  /** What no call of a function has needed yet of what its role may do, by the function. */
  unusedRights: () => Record<string, string[]>;
  queueCounts: () => QueueCount[];
  mailCount: () => number;
  links: Record<string, string>;
  imports: ShownImports;
  /** Makes an address that signs the local administrator in, once. */
  consoleLink?: () => Promise<string>;
};

const clockRequest = z.object({ now: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).nullable() });

/** No form of another site's page can send it without asking first; names and origins are the guard's (door/guard.ts). */
const isJson = ({ headers }: IncomingMessage) => (headers['content-type'] ?? '').startsWith('application/json');

/** Answers the control address. */
export const createControl = ({
  clock,
  schedules,
  faults,
  unusedRights,
  queueCounts,
  mailCount,
  links,
  imports,
  consoleLink,
}: ControlOptions): Handle => {
  const readClock = () => ({ now: clock.now().toISOString(), moved: clock.isMoved() });

  const moveClock = async (request: IncomingMessage, response: ServerResponse) => {
    const read = clockRequest.safeParse(parse(await text(request)));
    if (!read.success) {
      return json(response, 400, {
        error: 'Send {"now": "2026-01-31T09:00:00Z"}, or {"now": null} for the machine\'s own time.',
      });
    }
    clock.move(read.data.now === null ? undefined : new Date(read.data.now));
    return json(response, 200, readClock());
  };

  const planFaults = async (request: IncomingMessage, response: ServerResponse) => {
    const read = faultPlan.safeParse(parse(await text(request)));
    if (read.success) return json(response, 200, faults.plan(read.data));
    return json(response, 400, {
      error: `Send {"seed": 1, "rules": [{"does": "dieAfter", "function": "provision-users", "share": 0.1}]}, or {} for none.`,
      details: z.prettifyError(read.error),
      faults: [...callFaults, ...deliveryFaults, ...eventFaults],
    });
  };

  const runSchedule = async (name: string, response: ServerResponse) => {
    if (await schedules.run(name)) return json(response, 202, { started: name });
    return json(response, 404, { error: `There is no schedule ${name}.`, schedules: schedules.names });
  };

  const state = async () => ({
    clock: readClock(),
    queues: queueCounts().map((count) => ({ ...count, ...wordsOf(count.logicalId) })),
    schedules: schedules.names,
    described: schedules.names.map((name) => ({ name, ...wordsOf(name) })),
    imports: await imports.list().catch(() => []),
    mails: mailCount(),
    hasConsole: consoleLink !== undefined,
    links,
  });

  const showImport = async (id: string, what: string, response: ServerResponse) => {
    if (what === 'rows') return json(response, 200, await imports.rows(id));
    const address = await imports.reportAddress(id);
    if (address === undefined) return json(response, 404, { error: 'This import has no report yet.' });
    response.writeHead(302, { location: address, 'cache-control': 'no-store' }).end();
  };

  return async (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const name = /^\/_local\/schedules\/([^/]+)$/.exec(path)?.[1];
    const [, id, what] = /^\/_local\/imports\/([\w-]+)\/(rows|report)$/.exec(path) ?? [];
    if (request.method === 'POST') {
      if (!isJson(request)) return json(response, 403, { error: 'Send content-type: application/json.' });
      if (path === '/_local/clock') return moveClock(request, response);
      if (path === '/_local/faults') return planFaults(request, response);
      if (path === '/_local/console-link' && consoleLink) return json(response, 201, { url: await consoleLink() });
      if (name !== undefined) return runSchedule(decodeURIComponent(name), response);
    } else if (request.method === 'GET') {
      if (path === '/_local' || path === '/_local/') return page(response);
      if (path === '/_local/clock') return json(response, 200, readClock());
      if (path === '/_local/faults') return json(response, 200, faults.report());
      if (path === '/_local/rights') return json(response, 200, { unused: unusedRights() });
      if (path === '/_local/state') return json(response, 200, await state());
      if (id !== undefined && what !== undefined) {
        return showImport(id, what, response).catch(() => json(response, 404, { error: `There is no import ${id}.` }));
      }
      if (path === '/_local/schedules') return json(response, 200, { schedules: schedules.names });
    }
    return json(response, 404, { error: `There is no ${request.method} ${path}.` });
  };
};

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const json = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
};

const page = (response: ServerResponse): void => {
  response.writeHead(200, {
    'content-type': 'text/html;charset=utf-8',
    'content-security-policy': controlPolicy,
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  });
  response.end(controlPage);
};
