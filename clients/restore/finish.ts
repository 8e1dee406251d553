/** `muster restore finish`: makes a restored table one that may be used. */
import { readDirectorySettings } from '../../shared/aws/directory-settings.ts';
import { documentClient } from '../../shared/aws/dynamodb/document-client.ts';
import { defaultPolicy, type Policy } from '../../shared/domain/policy.ts';
import { type Instant, instant } from '../../shared/domain/time.ts';
import { Explained } from '../aws/explain.ts';
import { findOutputs, outputNamed, type WhichMuster } from '../aws/outputs.ts';
import { protectTable } from '../backup/new-table.ts';
import { refuseOtherTables } from '../backup/refuse-other-tables.ts';
import { linesOf } from './print-state.ts';
import { lostImports, restoredState } from './restored-state.ts';
import type { Revival } from './revived.ts';
import { takeBack } from './take-back.ts';

/** What was asked for. */
export type FinishOptions = WhichMuster & {
  directory: string;
  imports: string;
  lost: boolean;
  keep?: Revival[];
  settings?: { policy: Policy };
  yes?: true;
};

/** Shows what came back to life, and with `yes` takes it back. Throws Explained. */
export const finishRestore = async (options: FinishOptions): Promise<void> => {
  const { directory, imports, lost, keep = [], settings, yes } = options;
  const found = await findOutputs(options);
  const own = { directory: outputNamed(found, 'DirectoryTableName'), imports: outputNamed(found, 'ImportsTableName') };
  if (lost && own.directory === directory)
    throw new Explained(
      `${directory} is in use already, so that it cannot be told what was lost: --no-lost ends its tokens alone.`,
    );
  const client = documentClient();
  await refuseOtherTables(client, { directory, imports });
  const tables = { restored: directory, ...(lost && { lost: own.directory }) };
  const state = await restoredState(client, tables);
  const gone = await lostImports(client, { restored: imports, ...(lost && { lost: own.imports }) });
  for (const line of linesOf(state, gone, lost)) console.log(line);
  if (!yes) return console.error('Nothing was changed: --yes does it. What shall stay is named by --keep.');
  const { domains } = await readDirectorySettings(client, directory);
  const now = await timeOf(found.outputs.LocalUrl);
  const { accessKeyId: awsAccessKeyId } = await client.config.credentials();
  const policy = { ...(settings?.policy ?? defaultPolicy), domains };
  const stays = await takeBack(state, { client, table: directory, policy, now, kept: keep, awsAccessKeyId });
  for (const name of stays) console.log(`${name} is the last Global Administrator, and stays as the backup has them.`);
  for (const table of [directory, imports]) {
    const missing = await protectTable(client, table);
    if (missing.length > 0) console.error(`${table} has ${missing.join(', ')} now.`);
  }
  console.error(
    'Done. Next: muster check with these tables, then into the settings file and deploy:\n' +
      `  "tables": ${JSON.stringify({ directory, imports })}`,
  );
};

/** A local engine has a clock of its own. */
const timeOf = async (localUrl: string | undefined): Promise<Instant> => {
  if (localUrl === undefined) return instant(new Date());
  const { now } = (await (await fetch(`${localUrl}/_local/clock`)).json()) as { now: string };
  return instant(now);
};
