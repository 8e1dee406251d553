/** A directory full of people whose mails are long out, written straight into a database of its own. */
import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { SingleBar } from 'cli-progress';
import { localCredentials } from '../../infra/local/emulators/addresses.ts';
import { openDataFolder } from '../../infra/local/emulators/data-folder.ts';
import { startDynamodb } from '../../infra/local/emulators/dynamodb.ts';
import { makeTables } from '../../infra/local/emulators/tables.ts';
import { region } from '../../infra/local/template/intrinsics.ts';
import type { TableDefinition } from '../../infra/local/template/tables.ts';
import { nameKey } from '../../shared/aws/directory-items.ts';
import { personItem } from '../../shared/aws/people/person-item.ts';
import { newPerson } from '../../shared/domain/people/new-person.ts';
import type { Person } from '../../shared/domain/person.ts';
import { addDays, type Instant } from '../../shared/domain/time.ts';
import { policy } from './settings.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** How many people there are, and how many of them are due at a moment: their passwords have just expired. */
export type Crowd = { people: number; due: number; now: Instant };

const personNumber = (number: number, isDue: boolean, now: Instant): Person => {
  const since = addDays(now, isDue ? -policy.passwordValidityDays : 0);
  const name = `person.${String(number).padStart(7, '0')}`;
  const draft = { userPrincipalName: `${name}@contoso.com`, displayName: name, mailNickname: name, skuIds: [] };
  const birth = { id: crypto.randomUUID(), now: since, createdBy: 'benchmark', policy, catalogue: [], short: [] };
  const person = newPerson({ ...draft, department: 'Research', mustChangePassword: false }, birth);
  return { ...person, credentialMail: { state: 'sent', to: [], attempt: 1, retries: 0, sentDateTime: since } };
};

/** What DynamoDB takes in one transaction; the local database writes to its disk once for each. */
const maxInTransaction = 100;
const transactionsAtOnce = 4;

/**
 * Writes the people, with their claims on their user names where `areListed`, by which the API lists them. No licence is
 * given.
 */
export const fillDirectory = async (
  client: DynamoDBClient,
  table: string,
  { people, due, now }: Crowd,
  areListed = false,
): Promise<void> => {
  const bar = new SingleBar({ format: 'filling a directory [{bar}] {value} of {total}, {eta_formatted} left' });
  bar.start(people, 0);
  let next = 0;
  const write = async () => {
    while (next < people) {
      const numbers = Array.from(
        { length: Math.min(maxInTransaction / (areListed ? 2 : 1), people - next) },
        (_, at) => next + at,
      );
      next += numbers.length;
      bar.update(next);
      // Spread evenly among the others.
      const isDue = (number: number) => Math.floor((number * due) / people) < Math.floor(((number + 1) * due) / people);
      const put = (item: object) => ({
        Put: { TableName: table, Item: marshall(item, { removeUndefinedValues: true }) },
      });
      const TransactItems = numbers.flatMap((number) => {
        const person = personNumber(number, isDue(number), now);
        const claim = { ...nameKey(person.userPrincipalName), id: person.id };
        return [put(personItem(person, policy)), ...(areListed ? [put(claim)] : [])];
      });
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
    }
  };
  await Promise.all(Array.from({ length: transactionsAtOnce }, write)).finally(() => bar.stop());
};

/** Fills a database, lets `work` use it with a client of its own, and removes it. */
export const withDirectory = async <Result>(
  crowd: Crowd,
  definitions: readonly TableDefinition[],
  table: string,
  work: (client: DynamoDBClient) => Promise<Result>,
): Promise<Result> => {
  using folder = temporaryFolder();
  const database = await startDynamodb(openDataFolder(folder.path));
  const client = new DynamoDBClient({ endpoint: database.endpoint, region, credentials: localCredentials });
  try {
    await makeTables(client, definitions);
    await fillDirectory(client, table, crowd);
    return await work(client);
  } finally {
    client.destroy();
    await database.stop();
  }
};
