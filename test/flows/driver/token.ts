/** Tokens, minted as an operator mints them: by `npm run token`, with the right to write the table. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const program = join(import.meta.dirname, '../../../clients/mint-token.ts');

/** A new token with a role. */
export const newToken = async (
  table: string,
  environment: Record<string, string | undefined>,
  role = 'Global Administrator',
): Promise<string> => {
  const options = ['--table', table, '--name', 'Flows', '--role', role, '--days', '1'];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...options], { env: environment });
  return stdout.trim();
};
