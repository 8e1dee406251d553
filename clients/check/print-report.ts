/** What is printed of a check. */
import type { Report } from './check-state.ts';
import type { Finding } from './checked.ts';
import { invariants } from './invariants.ts';

/** A line for each invariant, with how many things it was held against, and below it what does not hold: so many at most. */
export const linesOf = ({ checked, findings, moving, readUnits }: Report, show: number): string[] => {
  const lines = invariants.flatMap(({ name, holds }) => {
    const own = findings.filter(({ invariant }) => invariant === name);
    const looked = checked[name] ?? 0;
    if (own.length === 0) return [`ok      ${name.padEnd(longestName)} ${String(looked).padStart(9)}`];
    return [
      `BROKEN  ${name.padEnd(longestName)} ${String(looked).padStart(9)}  ${own.length} findings. What should hold: ${holds}`,
      ...shown(own, show),
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

const shown = (findings: readonly Finding[], show: number): string[] => [
  ...findings.slice(0, show).map(({ invariant, about, what }) => `        ${invariant}: ${about} ${what}`),
  ...(findings.length > show ? [`        ... and ${findings.length - show} more (--show, or --json for all)`] : []),
];
