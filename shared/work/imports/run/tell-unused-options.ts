/** Files of options whose file of people never came: it was meant to go by them, and its owner waits. */
import { addDays } from '../../../domain/time.ts';
import { type GatherPorts, gather } from '../../digests/gather.ts';
import type { OptionFiles } from '../option-files.ts';

/** Days that options may wait for their file. */
const daysToWait = 1;

/** Gathers for administrators which options have lain unused for a day; each is told of once, also by sweeps at once. */
export const tellUnusedOptions = async (ports: GatherPorts & { optionFiles: OptionFiles }): Promise<void> => {
  const { optionFiles, now } = ports;
  const unused = await optionFiles.unusedSince(addDays(now(), -daysToWait));
  const object = (options: (typeof unused)[number]) => ({ kind: 'optionsNotUsed', ...options }) as const;
  await gather(
    unused.map((options) => ({ id: `${options.key}/${options.dateTime}`, object: object(options) })),
    ports,
  );
  // After it is gathered: whoever dies in between gathers it again, which changes nothing.
  for (const { key } of unused) await optionFiles.settled(key, now());
};
