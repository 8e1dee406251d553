/** Takes from a restored directory what came back to life with it; everything is on record there. */
import { randomUUID } from 'node:crypto';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { applications as applicationsIn } from '../../shared/aws/access/applications.ts';
import { endToken } from '../../shared/aws/access/own-token.ts';
import { directory as directoryIn } from '../../shared/aws/people/directory.ts';
import { auditOfApplication } from '../../shared/domain/access/application.ts';
import { tokenEntry } from '../../shared/domain/access/operator-token.ts';
import type { ActivityName } from '../../shared/domain/audit/activities.ts';
import { revokedSessions } from '../../shared/domain/passwords/sessions.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Actor } from '../../shared/domain/principal.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { type Change, changePeople } from '../../shared/work/change-people.ts';
import type { RestoredState, RevivedApplication } from './restored-state.ts';
import { type Revival, type Revived, shut, withoutRoles } from './revived.ts';

/** Who takes it back, in which table, and what stays as the backup has it. */
export type TakeBack = {
  client: DynamoDBDocumentClient;
  table: string;
  policy: Policy;
  now: Instant;
  kept: readonly Revival[];
  /** The access key that is used: CloudTrail knows whose it is. */
  awsAccessKeyId: string;
};

const actor: Actor = { kind: 'operator', id: 'restore-command', displayName: 'muster restore' };

/** Ends all tokens and sessions, then takes back the rest. The answer names whose role stays, as the last administrator's. */
export const takeBack = async (state: RestoredState, taking: TakeBack): Promise<string[]> => {
  await endTokens(state, taking);
  const { kept } = taking;
  const stays: string[] = [];
  for (const one of state.revived) {
    if (!kept.includes('roles') && one.roles.length > 0 && !(await takeRoles(one, taking)))
      stays.push(one.userPrincipalName);
    const block = one.account !== 'open' && !kept.includes('accounts');
    const lapse = one.hasFormerPassword && !kept.includes('passwords');
    const isChanged = await change(one.id, (person) => shut(person, { block, lapse }), 'Update user', taking);
    if (!isChanged) stays.push(one.userPrincipalName);
  }
  if (!kept.includes('applications')) for (const one of state.applications) await writeApplication(one, taking);
  return [...new Set(stays)];
};

const endTokens = async ({ operatorTokens, others, signedIn }: RestoredState, taking: TakeBack): Promise<void> => {
  const { client, table, policy, now, awsAccessKeyId } = taking;
  const details = [{ key: 'awsAccessKeyId', value: awsAccessKeyId }];
  for (const token of operatorTokens) {
    const act = { id: randomUUID(), now, initiatedBy: actor, details };
    await endToken(client, { table, policy }, token, tokenEntry('revoked', token.token, act));
  }
  // The generation goes first: from then on no session of the backup is good, whatever becomes of its items.
  const end: Change = (person) => ({ ...person, sessions: revokedSessions(person, now) });
  for (const id of signedIn) await change(id, end, 'Revoke sign-in sessions', taking);
  for (let start = 0; start < others.length; start += mostDeletes) {
    const requests = others.slice(start, start + mostDeletes).map((Key) => ({ DeleteRequest: { Key } }));
    await deleteAll(client, table, requests);
  }
};

const mostDeletes = 25;

type Deletes = { DeleteRequest: { Key: { pk: string; sk: string } } }[];

const deleteAll = async (client: DynamoDBDocumentClient, table: string, requests: Deletes): Promise<void> => {
  let open = requests;
  while (open.length > 0) {
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: open } }));
    open = (UnprocessedItems?.[table] ?? []) as Deletes;
  }
};

const takeRoles = ({ id, roles }: Revived, taking: TakeBack): Promise<boolean> =>
  change(id, (person) => withoutRoles(person, roles), 'Remove member from role', taking);

/** False where nobody else could act as Global Administrator. */
const change = async (
  id: string,
  asked: Change,
  activity: ActivityName,
  { client, table, policy, now }: TakeBack,
): Promise<boolean> => {
  const directory = directoryIn(client, { directory: table }, policy);
  const { lastAdministrator } = await changePeople([id], asked, directory, { activity, initiatedBy: actor, now });
  return !lastAdministrator;
};

const writeApplication = async (
  { before, after }: RevivedApplication,
  { client, table, policy, now }: TakeBack,
): Promise<void> => {
  const activity = after === 'remove' ? 'Delete application' : activityOf(before, after);
  const states = { before, ...(after !== 'remove' && { after }) };
  const audit = auditOfApplication(states, { id: randomUUID(), now, activity, initiatedBy: actor });
  if ((await applicationsIn(client, table, policy).write({ ...states, audit })) === 'stale')
    throw new Error('somebody works on the restored table: have nobody use it before this is done, and run it again');
};

const activityOf = (before: RevivedApplication['before'], after: RevivedApplication['before']): ActivityName =>
  before.secrets.length === after.secrets.length ? 'Update application' : 'Remove application password';
