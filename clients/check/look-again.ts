/** Further looks at what is doubtful: the system may have been at work on it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Checked, Finding } from './checked.ts';
import type { Doubt, Invariant, Setting } from './invariant.ts';
import { invariants } from './invariants.ts';
import { type Look, lookAtAll, settingOf } from './look.ts';
import { readAround } from './state/read-around.ts';
import type { TableReader } from './state/read-tables.ts';
import type { SeenItem } from './state/seen.ts';

/** What an invariant and its doubts come to. */
type Doubtful = Pick<Look, 'invariant' | 'doubts'>;

const maxLooks = 4;
const usualPause = 2_000;

/** The doubts of an invariant as findings. */
export const told = ({ invariant, doubts }: Doubtful): Finding[] =>
  doubts.map(({ about, what }) => ({ invariant: invariant.name, about, what }));

/** Looks at what is doubtful until each doubt is gone, or was said twice; what is said anew each time is moving. */
export const lookAgain = async (
  first: readonly Doubtful[],
  checked: Checked,
  reader: TableReader,
): Promise<{ findings: Finding[]; moving: Finding[] }> => {
  const findings = first.filter(({ invariant }) => invariant.judges === 'item').flatMap(told);
  let open = first.filter(({ invariant, doubts }) => invariant.judges !== 'item' && doubts.length > 0);
  for (let looks = 0; looks < maxLooks && open.length > 0; looks += 1) {
    await sleep(checked.pause ?? usualPause);
    const said = new Set(open.flatMap(({ invariant, doubts }) => doubts.map((doubt) => textOf(invariant, doubt))));
    const next = await nextLook(open, checked, reader);
    findings.push(...next.map((look) => doubtsThat(look, (text) => said.has(text))).flatMap(told));
    open = next.map((look) => doubtsThat(look, (text) => !said.has(text))).filter(({ doubts }) => doubts.length > 0);
  }
  return { findings, moving: open.flatMap(told) };
};

const textOf = ({ name }: Invariant, { about, what }: Doubt): string => `${name}\n${about}\n${what}`;

const doubtsThat = ({ invariant, doubts }: Doubtful, fits: (text: string) => boolean): Doubtful => ({
  invariant,
  doubts: doubts.filter((doubt) => fits(textOf(invariant, doubt))),
});

/** Nothing beside the tables: what stands elsewhere does not go away by itself. */
const nothing = { clients: {} };

const nextLook = async (open: readonly Doubtful[], checked: Checked, reader: TableReader): Promise<Doubtful[]> => {
  const setting = await settingOf(checked);
  const ofWhole = open.filter(({ invariant }) => invariant.judges === 'whole').map(({ invariant }) => invariant);
  const ofSubjects = open.filter(({ invariant }) => invariant.judges === 'subject');
  return [
    ...(ofWhole.length > 0 ? await lookAtAll(ofWhole, nothing, reader, setting) : []),
    ...(ofSubjects.length > 0 ? await lookAround(ofSubjects, reader, setting) : []),
  ];
};

/** Reads the doubtful subjects again, and keeps what is said of them then. */
const lookAround = async (open: readonly Doubtful[], reader: TableReader, setting: Setting): Promise<Doubtful[]> => {
  const doubts = open.flatMap((look) => look.doubts);
  const around = {
    subjects: doubts.flatMap(({ about, beside = [] }) => [about, ...beside]),
    reads: doubts.flatMap(({ reads = [] }) => reads),
    expects: (seen: SeenItem) => invariants.flatMap((invariant) => [...(invariant.expects?.(seen) ?? [])]),
  };
  const seen = await readAround(reader, around, setting.now);
  return open.map(({ invariant, doubts: before }) => {
    const watch = invariant.watch(setting);
    for (const one of seen) watch.see(one);
    const subjects = new Set(before.map(({ about }) => about));
    return { invariant, doubts: [...watch.doubts()].filter(({ about }) => subjects.has(about)) };
  });
};
