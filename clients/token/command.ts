/** What `npm run token` does. */
import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { operatorTokens } from '../../shared/aws/access/operator-tokens.ts';
import { documentClient } from '../../shared/aws/dynamodb/document-client.ts';
import { type TokenAct, tokenEntry } from '../../shared/domain/access/operator-token.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import type { Actor, Principal } from '../../shared/domain/principal.ts';
import { addDays, instant } from '../../shared/domain/time.ts';
import type { OperatorTokens } from '../../shared/work/access/operator-tokens.ts';
import { Explained } from '../aws/explain.ts';
import { explain } from './explain.ts';
import { findTable } from './find-table.ts';
import { faultOf, type TokenOptions, tokenCommand } from './options.ts';
import { linesOf } from './print-tokens.ts';

/** Runs the command: a new token alone on standard output, everything else beside it. A fault is one sentence and exit code 1. */
export const mintFromCommandLine = async (argv: readonly string[], name?: string): Promise<void> => {
  const command = tokenCommand(name).parse(argv);
  const options = command.opts<TokenOptions>();
  const fault = faultOf(options);
  if (fault !== undefined) command.error(`error: ${fault}`);
  try {
    await run(options);
  } catch (error) {
    console.error(explain(error, options));
    process.exitCode = 1;
  }
};

const run = async (options: TokenOptions): Promise<void> => {
  // Before there is a client: the outputs of a system on this machine say how it is reached.
  const table = options.table ?? (await findTable(options));
  const client = documentClient();
  // The audit's days are those of the settings file, which is not here: its entries are kept as long as is usual.
  const tokens = operatorTokens(client, table, defaultPolicy);
  if (options.list) return list(options, tokens);
  const act = await actOf(client);
  return options.revoke === undefined ? mint(options, tokens, act) : revoke(options.revoke, options, tokens, act);
};

/** Whoever uses this command is known to AWS: the audit says by which access key, and CloudTrail whose that is. */
const actOf = async (client: DynamoDBDocumentClient): Promise<TokenAct> => {
  const { accessKeyId } = await client.config.credentials();
  const details = [{ key: 'awsAccessKeyId', value: accessKeyId }];
  return { id: randomUUID(), now: instant(new Date()), initiatedBy: command, details };
};

const command: Actor = { kind: 'operator', id: 'token-command', displayName: 'npm run token' };

const mint = async ({ name = '', role = [], days }: TokenOptions, tokens: OperatorTokens, act: TokenAct) => {
  const { now } = act;
  const principal: Principal = { kind: 'operator', id: randomUUID(), displayName: name, roles: role };
  const endDateTime = addDays(now, days);
  const entry = tokenEntry('minted', { ...principal, endDateTime }, act);
  console.log(await tokens.mint(principal, { from: now, until: endDateTime }, entry));
  console.error(
    `Token of ${name} (${role.join(', ')}), good until ${endDateTime}, id ${principal.id}. It is not shown again: keep it like a password.`,
  );
};

const list = async ({ scan }: TokenOptions, tokens: OperatorTokens) => {
  const now = instant(new Date());
  const found = await (scan ? tokens.listEverywhere(now) : tokens.list(now));
  for (const line of linesOf(found)) console.log(line);
};

const revoke = async (id: string, { scan = false }: { scan?: boolean }, tokens: OperatorTokens, act: TokenAct) => {
  const tell: Parameters<OperatorTokens['revoke']>[1]['tell'] = (token) =>
    tokenEntry('revoked', token, { ...act, id: randomUUID() });
  const revoked = await tokens.revoke(id, { now: act.now, everywhere: scan, tell });
  if (revoked > 0) return console.error(`Revoked: the token of the id ${id} is worthless from now on.`);
  const elsewhere = scan ? '' : ' Tokens of earlier releases are found with --scan.';
  throw new Explained(`No token of the id ${id} is good.${elsewhere}`);
};
