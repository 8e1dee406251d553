/** Holds everything that a run left behind against what must be. */
import { checkState } from '../../clients/check/check-state.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { instant } from '../../shared/domain/time.ts';
import { passwordsIn } from '../flows/driver/mailbox.ts';
import type { World } from './world.ts';

/** Few enough to be looked for everywhere, and no run is without some of each kind. */
const maxSecrets = 300;

/** Adds what does not hold to the findings; says how many things each invariant looked at. */
export const checkAll = async (world: World): Promise<Record<string, number>> => {
  const { engine, muster, people, secrets, findings } = world;
  const { outputs, clients } = muster;
  const mails = await muster.mailbox.all();
  const mailed = mails.flatMap(({ text }) => passwordsIn(text));
  const chosen = people.all().flatMap(({ password = [] }) => password);
  const report = await checkState({
    clients,
    tables: { directory: outputs.DirectoryTableName, imports: outputs.ImportsTableName },
    buckets: { imports: outputs.ImportBucketName, reports: outputs.ReportBucketName },
    queues: engine.system.queues.map(({ url }) => url),
    now: () => instant(engine.clock.now()),
    settings: { policy: defaultPolicy },
    secrets: [...[mailed, chosen, secrets].flatMap((kind) => kind.slice(-maxSecrets)), muster.token],
    mails: async () => mails,
    dataFolder: engine.dataFolder,
    isSettled: true,
    isStrict: true,
  });
  for (const finding of report.findings) findings.push(JSON.stringify(finding));
  return report.checked;
};
