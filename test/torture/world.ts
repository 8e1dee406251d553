/** What the actors of a run share: the system, and what they know of it for certain. */
import type { Muster as Engine } from '../../infra/local/muster.ts';
import { type Answer, createApi } from '../flows/driver/api.ts';
import { connect, type Muster } from '../flows/driver/muster.ts';
import type { Licence } from '../flows/driver/resources.ts';
import { knownPeople, type People } from './people.ts';

/** How often an operation was asked for, and how it ended; unknown where no answer ever came. */
export type Tally = { done: number; refused: number; unknown: number };

/** The tally of an operation, which begins with its first mention. */
export const tallyOf = (operations: Map<string, Tally>, operation: string): Tally => {
  const tally = operations.get(operation) ?? { done: 0, refused: 0, unknown: 0 };
  operations.set(operation, tally);
  return tally;
};

/** An import that was asked for: the rows of its file, and what was done to it for certain. */
export type KnownImport = { rows: number; isDryRun?: boolean; isCancelled?: boolean };

/** A run's world. */
export type World = {
  engine: Engine;
  muster: Muster;
  licences: Licence[];
  people: People;
  /** Imports that were asked for, by their ids. */
  imports: Map<string, KnownImport>;
  /** Ids of applications that are there for certain. */
  applications: Set<string>;
  /** Secrets that applications were given: nothing may keep them. */
  secrets: string[];
  operations: Map<string, Tally>;
  /** How often an operation was refused with a code: by `operation: code`. */
  refusals: Map<string, number>;
  /** What was seen that may not be: each with what was asked, never with a secret. */
  findings: string[];
  /** Asks until there is an answer that says something; undefined when none came. Counts it as `operation`. */
  ask: (operation: string, request: Asked) => Promise<Answer | undefined>;
};

/** A request. `token` is a person's own, where it is not the administrator's. */
export type Asked = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  headers?: Record<string, string | undefined>;
  token?: string;
};

const maxTries = 12;

/** Of a gateway or a function that failed: what was asked for may have been done, or not. */
const saysNothing = ({ status }: Answer) => status >= 500 || status === 429;

/** A world around a running engine, in which nothing has been done yet. */
export const createWorld = async (engine: Engine): Promise<World> => {
  const muster = await connect(`${engine.dataFolder}/outputs.json`);
  const operations = new Map<string, Tally>();
  const refusals = new Map<string, number>();
  const findings: string[] = [];

  const once = async ({ method, path, body, headers, token }: Asked): Promise<Answer | undefined> => {
    const { ask } = token === undefined ? muster.api : createApi(muster.outputs.ApiUrl, token);
    try {
      return await ask(method, path, body, headers && { headers });
    } catch (error) {
      // A connection that broke, or a function that failed, is what the faults are for. What else is thrown is an
      // answer that the API does not promise.
      const { message } = error as Error;
      const isFault = error instanceof TypeError || /does not promise to answer with 5\d\d$/.test(message);
      if (!isFault) findings.push(message);
      return undefined;
    }
  };

  const noteRefusal = (operation: string, { body }: Answer): void => {
    const { error } = body as { error?: { code?: string } };
    const name = `${operation}: ${error?.code}`;
    refusals.set(name, (refusals.get(name) ?? 0) + 1);
  };

  return {
    engine,
    muster,
    licences: [],
    people: knownPeople(),
    imports: new Map(),
    applications: new Set(),
    secrets: [],
    operations,
    refusals,
    findings,
    ask: async (operation, request) => {
      const tally = tallyOf(operations, operation);
      for (let tries = 1; tries <= maxTries; tries += 1) {
        const answer = await once(request);
        if (answer === undefined || saysNothing(answer)) continue;
        tally[answer.status < 400 ? 'done' : 'refused'] += 1;
        if (answer.status >= 400) noteRefusal(operation, answer);
        return answer;
      }
      tally.unknown += 1;
      return undefined;
    },
  };
};
