/** What is known of files of options, in memory. */
import type { OptionFiles, UnusedOptions } from '../../shared/work/imports/option-files.ts';
import { copy, keyOf, turn } from './memory.ts';

export const fakeOptionFiles = (): OptionFiles => {
  const known = new Map<string, UnusedOptions | 'settled'>();
  return {
    seen: async (options) => {
      await turn();
      if (!known.has(keyOf(options.key))) known.set(options.key, copy(options));
    },
    settled: async (key) => {
      await turn();
      known.set(keyOf(key), 'settled');
    },
    unusedSince: async (before) => {
      await turn();
      return [...known.values()].filter((one) => one !== 'settled').filter(({ dateTime }) => dateTime < before);
    },
  };
};
