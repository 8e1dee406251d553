/** What is counted of the directory day by day, in memory. */
import { type DirectoryDay, sumOf } from '../../shared/domain/reports/directory-day.ts';
import { shardOf } from '../../shared/domain/uuid.ts';
import type { Counted, DirectoryDays } from '../../shared/work/reports/count-directory.ts';
import { copy, type Memory, turn } from './memory.ts';

/** People of one part of a count: so few that tests see several parts. */
const pageSize = 3;

export const fakeDirectoryDays = ({ people }: Pick<Memory, 'people'>): DirectoryDays => {
  const days = new Map<string, Map<number, Counted>>();
  const inShard = (shard: number) => [...people.values()].filter(({ id }) => shardOf(id) === shard);
  return {
    uncounted: async (day) => {
      await turn();
      return Array.from({ length: 16 }, (_, shard) => shard).filter((shard) => !days.get(day)?.has(shard));
    },
    countPeople: async (shard, after = '') => {
      await turn();
      const open = inShard(shard).filter(({ id, deleted }) => !deleted && id > after);
      const page = open.sort((one, other) => (one.id < other.id ? -1 : 1)).slice(0, pageSize);
      const next = open.length > pageSize ? page.at(-1)?.id : undefined;
      const blocked = page.filter(({ accountEnabled }) => !accountEnabled).length;
      return { people: page.length, blocked, ...(next !== undefined && { next }) };
    },
    countDeleted: async (shard) => {
      await turn();
      return inShard(shard).filter(({ deleted }) => deleted).length;
    },
    note: async (day, shard, counted) => {
      await turn();
      const noted = days.get(day) ?? new Map<number, Counted>();
      if (!noted.has(shard)) days.set(day, noted.set(shard, copy(counted)));
    },
    list: async ({ from, to }) => {
      await turn();
      const whole = [...days].filter(([day, { size }]) => day >= from && day <= to && size === 16);
      return whole.sort().map(([day, noted]): DirectoryDay => {
        const all = [...noted.values()];
        const dateTime = all[0]?.now as DirectoryDay['dateTime'];
        return { day, dateTime, ...sumOf(all), licences: all.flatMap(({ licences = [] }) => licences) };
      });
    },
  };
};
