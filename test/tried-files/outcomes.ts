/** What becomes of each file and body that is tried: by a whole system in memory. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { newImportJob } from '../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../shared/domain/imports/import-options.ts';
import type { RowResult } from '../../shared/domain/imports/import-progress.ts';
import { administrator, contoso, idOf } from '../fakes/people.ts';
import { setup as routes } from '../graph/routes.ts';
import { newSystem } from '../work/imports/system.ts';
import type { TriedFile } from './files.ts';

/** A line of the table. */
export type Tried = { name: string; what: string; encoding: string; outcome: string; notes: string };

const licences = [
  ['6fd2c87f-b296-42f0-b197-1e91e994b900', 'ENTERPRISEPACK'],
  ['c7df2760-2c81-4ef7-b578-5b5392b571df', 'ENTERPRISEPREMIUM'],
  ['4b9405b0-7788-4568-add1-99614e613b69', 'EXCHANGESTANDARD'],
  ['18181a46-0d4e-45cd-891e-60aabd171b4e', 'STANDARDPACK'],
  ['a403ebcc-fae0-4ca2-8c8c-7a907fd6c235', 'POWER_BI_STANDARD'],
] as const;

/** Imports a file into an empty directory that has some licences. */
export const tryFile = async ({ path, what, options = {} }: TriedFile): Promise<Tried> => {
  const system = newSystem();
  Object.assign(system.ports, { organisation: { ...contoso, verifiedDomains: ['contoso.com', 'example.com'] } });
  for (const [skuId, skuPartNumber] of licences)
    await system.directory.putSku({ skuId, skuPartNumber, carriesMailbox: true, enabled: 99 });
  const [key, id] = [basename(path), idOf(path)];
  const file = { bucket: 'files', key, versionId: '1' };
  system.files.put(file, readFileSync(path));
  const begun = { id, file, options: { ...defaultOptions, ...options }, owner: administrator };
  await system.imports.begin(newImportJob(begun, system.clock.now()));
  await system.ports.queues.files([{ kind: 'continueImport', importId: id }]);
  await system.drain();
  const job = await system.imports.read(id);
  const rows: RowResult[] = [];
  for await (const some of system.imports.results(id)) rows.push(...some);
  return {
    name: nameOf(path, options),
    what,
    encoding: job?.text?.encoding ?? '',
    outcome: job?.refusal ? `refused: \`${job.refusal.code}\`` : outcomeOf(rows),
    notes: (job?.notes ?? []).join(' '),
  };
};

const nameOf = (path: string, options: object): string => {
  const said = JSON.stringify(options);
  return said === '{}' ? path : `${path} with \`${said}\``;
};

/** How many rows came out how, the codes of those refused or warned of behind. */
const outcomeOf = (rows: readonly RowResult[]): string => {
  const counts = new Map<string, number>();
  for (const { outcome, code } of rows) {
    const kind = code === undefined ? outcome : `${outcome} (\`${code}\`)`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
};

/** Sends a body to `POST /v1.0/users`, as its bytes are. */
export const tryBody = async ([name, what]: readonly [string, string]): Promise<Tried> => {
  const path = `test/samples/reported/${name}`;
  const { status, body } = await routes().call({ route: 'POST /v1.0/users', bytes: readFileSync(path) });
  const [problem] = body.error?.details ?? [body.error];
  const outcome = problem ? `${status} \`${problem.code}\`` : `${status}, ${body.displayName}`;
  return { name: path, what, encoding: '', outcome, notes: problem?.message ?? '' };
};
