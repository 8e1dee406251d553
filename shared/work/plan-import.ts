/** First pass over a file: is it readable, how many rows has it, and which seats does it need? Then they are reserved. */
import { readFile } from '../csv/read-file.ts';
import type { Rules } from '../domain/check-draft.ts';
import type { ImportJob, SeatPlan } from '../domain/import-job.ts';
import type { Catalogue } from '../domain/licences.ts';
import { type Refusal, Refused } from '../domain/refusals.ts';
import { checkRows } from './check-rows.ts';
import type { StepEnd } from './continue-import.ts';
import type { ImportPorts } from './import-setting.ts';

/** Plans an import and reserves its seats in one write. A file that cannot be read ends here, and changes nothing. */
export const planImport = async (job: ImportJob, ports: ImportPorts): Promise<StepEnd> => {
  const { directory, organisation, policy } = ports;
  const rules: Rules = { organisation, policy, catalogue: await directory.catalogue() };
  const running: ImportJob = { ...job, rules, status: 'running', lastStepDateTime: ports.now() };
  try {
    const plan = await countRows(job, rules, ports);
    return await reserve(running, plan, ports);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refuse(running, error.refusals[0] ?? { code: 'InternalError' }, ports);
  }
};

type Plan = { rows: number; format: string; notes: string[]; needed: Map<string, number> };

const countRows = async (job: ImportJob, rules: Rules, { openFile }: ImportPorts): Promise<Plan> => {
  const file = await readFile(await openFile(job.file));
  const plan: Plan = { rows: 0, format: file.format, notes: [...file.notes], needed: new Map() };
  for await (const rows of checkRows(file, rules)) {
    plan.rows += rows.length;
    for (const { draft } of rows) {
      for (const skuId of draft?.skuIds ?? []) plan.needed.set(skuId, (plan.needed.get(skuId) ?? 0) + 1);
    }
  }
  return plan;
};

/** Takes the seats that there are: when somebody else took some meanwhile, looks again at what is left. */
const reserve = async (job: ImportJob, plan: Plan, ports: ImportPorts): Promise<StepEnd> => {
  const { rows, format, notes, needed } = plan;
  const seats = seatPlans(needed, await ports.directory.catalogue());
  const outcome = await ports.imports.reserve(job, { ...job, stage: 'sending', rows, format, notes, seats });
  return outcome === 'short' ? reserve(job, plan, ports) : 'next';
};

const seatPlans = (needed: Map<string, number>, catalogue: Catalogue): SeatPlan[] =>
  catalogue.flatMap(({ skuId, skuPartNumber, free }) => {
    const count = needed.get(skuId) ?? 0;
    return count > 0 ? [{ skuId, skuPartNumber, needed: count, granted: Math.max(0, Math.min(count, free)) }] : [];
  });

const refuse = async (job: ImportJob, refusal: Refusal, ports: ImportPorts): Promise<StepEnd> => {
  const now = ports.now();
  await ports.imports.advance(job, { ...job, stage: 'settled', status: 'failed', refusal, completedDateTime: now });
  await ports.queues.notices([{ kind: 'importResults', importId: job.id }]);
  return 'next';
};
