/** What `npm run token` does. */
import { randomUUID } from 'node:crypto';
import { tokens } from '../../shared/aws/access/tokens.ts';
import { documentClient } from '../../shared/aws/dynamodb/document-client.ts';
import { addDays, instant } from '../../shared/domain/time.ts';
import { explain } from './explain.ts';
import { findTable } from './find-table.ts';
import { type TokenOptions, tokenCommand } from './options.ts';

/** Runs the command: the token alone on standard output, everything else beside it. A fault is one sentence and exit code 1. */
export const mintFromCommandLine = async (argv: readonly string[]): Promise<void> => {
  const options = tokenCommand().parse(argv).opts<TokenOptions>();
  try {
    await mintFor(options);
  } catch (error) {
    console.error(explain(error, options));
    process.exitCode = 1;
  }
};

const mintFor = async ({ stack, table, name, role, days }: TokenOptions): Promise<void> => {
  const now = instant(new Date());
  const principal = { kind: 'operator', id: randomUUID(), displayName: name, roles: role } as const;
  const { mint } = tokens(documentClient(), table ?? (await findTable(stack)));
  const token = await mint({ kind: 'operator', principal }, { from: now, seconds: days * 86_400 });
  console.log(token);
  console.error(
    `Token of ${name} (${role.join(', ')}), good until ${addDays(now, days)}. It is not shown again: keep it like a password.`,
  );
};
