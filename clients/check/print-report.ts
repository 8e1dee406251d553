/** What is printed of a check. */
import type { Report } from './check-state.ts';
import type { Finding } from './checked.ts';
import { invariants } from './invariants.ts';

/** A line for each invariant, with how many things it was held against, and below it what does not hold: so many at most. */
export const linesOf = ({ checked, findings, told, moving, readUnits }: Report, show: number): string[] => {
  const lines = invariants.flatMap(({ name, holds }) => {
    const own = findings.filter(({ invariant }) => invariant === name);
    const looked = checked[name] ?? 0;
    const notes = firstOf(told[name] ?? [], show, (text) => text);
    if (own.length === 0) return [`ok      ${name.padEnd(longestName)} ${String(looked).padStart(9)}`, ...notes];
    return [
      `BROKEN  ${name.padEnd(longestName)} ${String(looked).padStart(9)}  ${own.length} findings. What should hold: ${holds}`,
      ...shown(own, show),
      ...notes,
    ];
  });
  return [
    ...lines,
    ...(moving.length > 0
      ? [`${moving.length} things moved at each look, and could not be judged:`, ...shown(moving, show)]
      : []),
    `${findings.length === 0 ? 'Everything holds.' : `${findings.length} findings.`} ${readUnits.toLocaleString('en')} read units.`,
  ];
};

const longestName = Math.max(...invariants.map(({ name }) => name.length));

const shown = (findings: readonly Finding[], show: number): string[] =>
  firstOf(findings, show, ({ invariant, about, what }) => `${invariant}: ${about} ${what}`);

const firstOf = <One>(all: readonly One[], show: number, textOf: (one: One) => string): string[] => [
  ...all.slice(0, show).map((one) => `        ${textOf(one)}`),
  ...(all.length > show ? [`        ... and ${all.length - show} more (--show, or --json for all)`] : []),
];
