/** The settings of the directory in memory. */
import { noDirectorySettings } from '../../shared/domain/settings/directory-settings.ts';
import type { PolicyMark } from '../../shared/work/enforcement/date-by-file.ts';
import type { SettingsStore } from '../../shared/work/settings/change-settings.ts';
import { copy, type Memory, turn } from './memory.ts';

export const fakeSettings = (memory: Memory): SettingsStore => ({
  read: async () => {
    await turn();
    return copy(memory.settings ?? noDirectorySettings);
  },
  write: async (before, after, entry) => {
    await turn();
    if ((memory.settings?.version ?? 0) !== before.version) return false;
    memory.settings = copy(after);
    memory.audit.push(copy(entry));
    return true;
  },
});

/** The mark of a policy in memory. */
export const fakePolicyMark = (): PolicyMark => {
  let kept: string | undefined;
  return {
    read: async () => {
      await turn();
      return kept;
    },
    write: async (mark) => {
      await turn();
      kept = mark;
    },
  };
};
