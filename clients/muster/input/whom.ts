/** Whom a verb is about: people by name, of standard input, or by what they have in common. */
import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { usageFault } from '../fault.ts';
import { itemsOf } from '../lists.ts';
import { skuOf } from './sku.ts';
import { restOfInput } from './standard-input.ts';

/** What people have in common; several hold together. */
export type Common = {
  filter?: string;
  department?: string;
  licence?: string;
  unlicensed?: true;
  blocked?: true;
};

/** Gives a verb the options that choose people. */
export const withCommon = (command: Command): Command =>
  command
    .option('--filter <filter>', 'OData filter, such as "startswith(displayName,\'A\')"')
    .option('--department <name>', 'people of a department')
    .addOption(new Option('--licence <licence>', 'people who hold a licence').conflicts('unlicensed'))
    .option('--unlicensed', 'people who hold no licence')
    .option('--blocked', 'people who may not sign in');

/** A text as OData writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The filter that the options come to; undefined for everybody. */
export const filterOf = async (context: Context<Common>): Promise<string | undefined> => {
  const { filter, department, licence, unlicensed, blocked } = context.chosen;
  const parts = [
    filter,
    department === undefined ? undefined : `department eq ${quoted(department)}`,
    licence === undefined
      ? undefined
      : `assignedLicenses/any(s:s/skuId eq ${quoted((await skuOf(context, licence)).skuId)})`,
    unlicensed && 'assignedLicenses/$count eq 0',
    blocked && 'accountEnabled eq false',
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : parts.map((part) => `(${part})`).join(' and ');
};

/**
 * The names or ids of those who are meant; `-` among the arguments stands for the lines of standard input. Throws a Fault
 * (usage) where nothing says who: never everybody by leaving something out.
 */
export const whom = async (context: Context<Common>, given: readonly string[]): Promise<string[]> => {
  const filter = await filterOf(context);
  if (given.length > 0 && filter !== undefined)
    throw usageFault('Name people or choose them by options: not both at once.');
  if (filter !== undefined) return chosenBy(context, filter);
  const names = given.includes('-') ? [...given.filter((name) => name !== '-'), ...(await restOfInput())] : given;
  const all = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  if (all.length > 0 || given.includes('-')) return all;
  throw usageFault(
    'Say whom: user names or ids, - to read them from standard input, or an option such as --department.',
  );
};

const chosenBy = async (context: Context<Common>, filter: string): Promise<string[]> => {
  const everybody = { ...context, chosen: { ...context.chosen, all: true as const } };
  const people = await itemsOf(everybody, '/v1.0/users', {
    query: { $filter: filter, $select: 'id,userPrincipalName' },
  });
  return (people as { userPrincipalName: string }[]).map(({ userPrincipalName }) => userPrincipalName);
};
