/**
 * How a person lies in the Directory table. DynamoDB bills a write by the started kilobyte, so what follows from the rest
 * of the item, or is so for nearly everybody, is left out of it and put back on reading. Whatever an item does hold
 * counts, so that items of earlier forms, which left nothing out, read the same.
 */

import { nextDue } from '../../domain/enforcement/next-due.ts';
import { listName } from '../../domain/people/list-name.ts';
import type { ListedPerson } from '../../domain/people/people-filter.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { type DueEnd, endsAhead, endsOfText, textOfEnds } from '../../domain/reports/due-ends.ts';
import { localPartOf } from '../../domain/user-name.ts';
import { shardOf } from '../../domain/uuid.ts';
import { keptMark } from '../../work/entry-chain.ts';
import { duePartition, idOfPersonKey, listPartition, personKey } from '../directory-items.ts';
import { decodeMoment, encodeMoment } from './moment-codec.ts';

type Values = Record<string, unknown>;

/** What is so for nearly everybody; lists are empty. */
const usualFacts: Values = {
  accountEnabled: true,
  businessPhones: [],
  otherMails: [],
  roles: [],
  assignedLicenses: [],
  waitingLicenses: [],
};
const usualPassword: Values = { source: 'generated', mustChange: true };
const usualMail: Values = { state: 'owed', to: [], attempt: 0, retries: 0 };

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (Array.isArray(one) && Array.isArray(other) && one.length + other.length === 0);

/** The values as they are kept: without those that are as `known` says, with moments packed. */
const kept = (values: Values, known: Values): Values => {
  const rest: Values = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined && !(name in known && isSame(value, known[name]))) rest[name] = encodeMoment(name, value);
  }
  return rest;
};

/** The values of which these were kept, with empty lists of their own, since whoever reads a person may change it. */
const filled = (known: Values, values: Values): Values => {
  const whole: Values = {};
  for (const name in known) whole[name] = Array.isArray(known[name]) ? [] : known[name];
  for (const name in values) if (!ofItem.has(name)) whole[name] = decodeMoment(name, values[name]);
  return whole;
};

/** What an item has and a person has not, or in another form. */
const ofItem: ReadonlySet<string> = new Set([
  ...['pk', 'sk', 'dueShard', 'dueAt', 'listShard', 'listName'],
  ...['password', 'credentialMail', 'owedNotices'],
]);

/**
 * A person's keys in the due index: computed here and nowhere else, so that it cannot disagree. Behind the moment stands
 * what ends, so that days to come can be told without reading anybody.
 */
export const dueKeys = (person: Person, policy: Policy): { dueShard: string; dueAt: string } | undefined => {
  const due = nextDue(person, policy);
  return (
    due && { dueShard: duePartition(shardOf(person.id)), dueAt: `${due}#${textOfEnds(endsAhead(person, policy))}` }
  );
};

/** A person as an item: the indexes' keys are computed here and nowhere else, so that they cannot disagree. */
export const personItem = (person: Person, policy: Policy): Values => {
  const { id, password, credentialMail, pendingNotices: owedNotices, newestEntry, ...facts } = person;
  const { userPrincipalName, createdDateTime } = person;
  return {
    ...personKey(id),
    ...kept(
      { ...facts, owedNotices },
      { ...usualFacts, owedNotices: [], mailNickname: localPartOf(userPrincipalName) },
    ),
    ...(newestEntry && { newestEntry: keptMark(newestEntry, policy) }),
    password: kept(password, { ...usualPassword, changedDateTime: createdDateTime }),
    credentialMail: kept(credentialMail, usualMail),
    ...(!person.deleted && { listShard: listPartition(shardOf(id)), listName: listName(person) }),
    ...dueKeys(person, policy),
  };
};

/** The person in an item. */
export const personOf = (item: Values): Person => {
  const mailNickname = localPartOf(String(item.userPrincipalName));
  const person = filled({ ...usualFacts, id: idOfPersonKey(String(item.pk)), mailNickname }, item);
  const changedDateTime = person.createdDateTime;
  return Object.assign(person, {
    pendingNotices: item.owedNotices ?? [],
    password: filled({ ...usualPassword, changedDateTime }, item.password as Values),
    credentialMail: filled(usualMail, item.credentialMail as Values),
  }) as unknown as Person;
};

/** What the index `people` knows of a person. */
export const listedPersonOf = ({ pk, ...facts }: Values): ListedPerson =>
  ({ accountEnabled: true, assignedLicenses: [], ...facts, id: idOfPersonKey(String(pk)) }) as unknown as ListedPerson;

/** What ends, as an entry of the due index has it; undefined where an earlier release wrote it. */
export const dueEndsOf = ({ dueAt }: Values): DueEnd[] | undefined => endsOfText(String(dueAt).split('#')[1]);

/** Whose entry of the due index it is, and the moment; earlier forms have the id behind the moment, or nothing. */
export const dueEntryOf = ({ pk, dueAt }: Values): { id: string; moment: string } => ({
  id: idOfPersonKey(String(pk)),
  moment: String(dueAt).split('#')[0] ?? '',
});
