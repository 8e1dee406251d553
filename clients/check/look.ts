/** A look at everything that there is. */
import { readDirectorySettings } from '../../shared/aws/directory-settings.ts';
import type { Checked } from './checked.ts';
import { type Doubt, type Invariant, maxDoubts, type Setting } from './invariant.ts';
import { readTables, type TableReader } from './state/read-tables.ts';
import { filesIn, messagesIn, reportsIn } from './state/read-texts.ts';
import type { Seen } from './state/seen.ts';

/** What an invariant came to in a look. */
export type Look = { invariant: Invariant; doubts: Doubt[]; looked: number; told: string[] };

/** What the state is judged by at this moment. */
export const settingOf = async (checked: Checked): Promise<Setting> => {
  const { clients, tables, settings, isStrict = false, isSettled = false, lateSeconds = 3600, secrets = [] } = checked;
  const { domains } = await readDirectorySettings(clients.dynamodb, tables.directory);
  const mails = await checked.mails?.();
  return {
    now: await checked.now(),
    policy: { ...settings.policy, domains },
    ...{ lateSeconds, isStrict, isSettled, secrets },
    isLocal: checked.dataFolder !== undefined,
    ...(mails && { mails }),
  };
};

/** Where else to look than in the tables. */
export type Beside = Pick<Checked, 'buckets' | 'queues' | 'dataFolder'> & {
  clients: Omit<Checked['clients'], 'dynamodb'>;
};

/** Shows everything to these invariants. */
export const lookAtAll = async (
  which: readonly Invariant[],
  beside: Beside,
  reader: TableReader,
  setting: Setting,
): Promise<Look[]> => {
  const watches = which.map((invariant) => ({ invariant, watch: invariant.watch(setting) }));
  const see = (seen: Seen) => {
    for (const { watch } of watches) watch.see(seen);
  };
  await readTables(reader, setting.now, see);
  for await (const text of textsOf(beside)) see(text);
  return watches.map(({ invariant, watch }) => {
    return {
      invariant,
      doubts: firstOf(watch.doubts(), maxDoubts),
      looked: watch.looked(),
      told: [...(watch.tells?.() ?? [])],
    };
  });
};

const firstOf = <Piece>(pieces: Iterable<Piece>, most: number): Piece[] => {
  const first: Piece[] = [];
  for (const piece of pieces) {
    if (first.length === most) break;
    first.push(piece);
  }
  return first;
};

/** What lies beside the tables. */
async function* textsOf({ clients: { s3, sqs }, buckets, queues = [], dataFolder }: Beside): AsyncGenerator<Seen> {
  if (sqs) for (const url of queues) yield* messagesIn(sqs, url);
  if (s3 && buckets) yield* reportsIn(s3, buckets.reports);
  if (dataFolder !== undefined) yield* filesIn(dataFolder, buckets?.imports ?? '');
}
