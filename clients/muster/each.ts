/** One thing done to many people, and what became of each. */
import { ApiError } from '../imports/api-error.ts';
import type { Context } from './context.ts';
import { exitCodes } from './fault.ts';

/** What became of one of them. */
export type Result = { user: string; outcome: string; code?: string; message?: string } & Record<string, unknown>;

/** Requests that are under way at once: the gateway takes 50 a second, and others ask too. */
const atOnce = 5;

/** What is done; `act` answers what is told beside the outcome. */
export type Deed<Item> = {
  outcome: string;
  nameOf: (item: Item) => string;
  act: (item: Item) => Promise<Partial<Result> | undefined>;
};

/**
 * Does it to each, in order, and prints what became of them. Somebody who is refused keeps nobody else: exit code 1. Where
 * one alone is meant, or the token is good for nothing, that ends the command.
 */
export const forEach = async <Item>(context: Context, items: readonly Item[], deed: Deed<Item>): Promise<void> => {
  const results: Result[] = [];
  const faults: unknown[] = [];
  const settle = (item: Item, one: PromiseSettledResult<Partial<Result> | undefined>): void => {
    const user = deed.nameOf(item);
    if (one.status === 'fulfilled') results.push({ user, outcome: deed.outcome, ...one.value });
    else if (isOfOne(one.reason) && items.length > 1) results.push({ user, outcome: 'refused', ...toldOf(one.reason) });
    else faults.push(one.reason);
  };
  for (let at = 0; at < items.length && faults.length === 0; at += atOnce) {
    const some = items.slice(at, at + atOnce);
    const settled = await Promise.allSettled(some.map(deed.act));
    for (const [index, item] of some.entries()) settle(item, settled[index] as (typeof settled)[number]);
  }
  if (results.length > 0 || faults.length === 0) await context.print(results, columnsOf(results));
  if (faults.length > 0) throw faults[0];
  const refused = results.filter(({ outcome }) => outcome === 'refused').length;
  if (items.length > 1)
    context.say(`${results.length - refused} ${deed.outcome}${refused > 0 ? `, ${refused} refused` : ''}.`);
  if (items.length === 0) context.say('Nobody is meant by this.');
  if (refused > 0) process.exitCode = exitCodes.refused;
};

/** Whether an error is about one of them; what the token is not good for, nobody after it gets either. */
const isOfOne = (error: unknown): error is ApiError => error instanceof ApiError && error.status !== 401;

const toldOf = ({ refusals, message: whole }: ApiError): Pick<Result, 'code' | 'message'> => {
  const [{ code, message } = { message: whole }] = refusals;
  return { ...(code && { code }), message };
};

/** What was refused is told where something was. */
const columnsOf = (results: readonly Result[]): Record<string, string> => {
  const names = new Set(results.flatMap((result) => Object.keys(result)));
  const shown = { User: 'user', Outcome: 'outcome', Password: 'newPassword', Code: 'code', 'What to do': 'message' };
  return Object.fromEntries(Object.entries(shown).filter(([, name]) => names.has(name) || name === 'user'));
};
