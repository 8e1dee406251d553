/** What a sign-in reads first and writes last, in the Directory table. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { addSeconds } from '../../domain/time.ts';
import { tokenIdOf } from '../../work/access/token-id.ts';
import type { Entrance, Opening } from '../../work/passwords/entrance.ts';
import { nameKey } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';
import { transact } from '../dynamodb/transact.ts';
import { nameSteps, personSteps } from '../people/person-steps.ts';
import { attemptsKey, attemptsPut, storedAttempts } from './attempts-items.ts';
import { sessionItem } from './session-items.ts';
import { signInItem } from './sign-in-items.ts';
import { newToken, tokenItem } from './token-items.ts';
import { storedGrant } from './tokens.ts';

/**
 * A session takes 9 write units, and 2 or more where the person is written, once a day: a transaction doubles the count's,
 * and saves a call for each of its parts. It meets others at the same count or person as any transaction does, and is
 * tried again.
 */
export const entrance = (client: DynamoDBDocumentClient, table: string): Entrance => ({
  begin: async (userName, heldName, now) => {
    const [counted, held] = [attemptsKey({ userName }), nameKey(heldName)];
    const items = await readItems(client, table, [counted, held]);
    const holder = items.find(({ pk }) => pk === held.pk);
    return {
      strangers: storedAttempts(
        items.find(({ pk }) => pk === counted.pk),
        now,
      ),
      holderId: holder && String(holder.id),
    };
  },
  open: async (opening) => {
    const token = newToken();
    const actions = [countAction(table, opening), ...sessionActions(table, token, opening)];
    const met = await transact(client, [...actions, ...personActions(table, opening)]);
    if (!met) return { kind: 'opened', token };
    const [count, ...others] = met.map(({ isMet }) => isMet);
    return { kind: 'lost', count: !count, person: others.includes(false) };
  },
});

const countAction = (table: string, { count: { of, stored }, good }: Opening) => ({
  Put: attemptsPut(table, of, stored, good.from),
});

const sessionActions = (table: string, token: string, { grant, good, record, policy }: Opening) => {
  const until = addSeconds(good.from, good.seconds);
  const session = sessionItem(tokenIdOf(token), grant, { from: good.from, until }, record.source);
  const items = [tokenItem(tokenIdOf(token), storedGrant(grant), until), signInItem(record, policy)];
  return [...items, ...(session ? [session] : [])].map((Item) => ({ Put: { TableName: table, Item } }));
};

const personActions = (table: string, { person, policy }: Opening) =>
  person ? [...personSteps(table, person, policy), ...nameSteps(table, [person])].map(({ action }) => action) : [];
