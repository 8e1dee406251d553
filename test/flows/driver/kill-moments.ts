/** When an engine is killed: at moments that look random and can be had again. */
import { hash } from 'node:crypto';
import { unique } from './names.ts';

/** Says which moments they are; KILL_SEED repeats those of an earlier run. */
export const seed = process.env.KILL_SEED ?? unique();

/** How often it is killed. */
export const kills = Number(process.env.KILLS ?? 2);

/** A moment: how far the import is (beyond 1 it is over, and only mails are left), and milliseconds on top of that. */
export type KillMoment = { progress: number; later: number };

/** The moments, in their order: from the import's first step until some of the mails that follow it. */
export const killMoments = (): KillMoment[] =>
  Array.from({ length: kills }, (_, index) => ({
    progress: 1.15 * fraction(`progress ${index}`),
    later: Math.round(400 * fraction(`later ${index}`)),
  })).toSorted((one, other) => one.progress - other.progress);

/** From 0 to 1, by the seed. */
const fraction = (name: string): number => Number.parseInt(hash('sha256', `${seed} ${name}`).slice(0, 8), 16) / 2 ** 32;
