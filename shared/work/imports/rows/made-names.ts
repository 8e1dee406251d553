/** Rows whose user name was made, and which somebody has already. */
import { numberedName } from '../../../domain/names/made-name.ts';
import { shortLine } from '../../../domain/one-line.ts';
import type { Person } from '../../../domain/person.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { canonicalUserName, domainOf, localPartOf } from '../../../domain/user-name.ts';
import type { Directory } from '../../directory.ts';
import type { RowDecision } from './decided-row.ts';
import type { ComingRow } from './row-decision.ts';

/** Whether somebody is the person of a row whose name was made: a name alone does not tell. */
export const isSamePerson = ({ employeeId }: { employeeId?: string }, holder: Person): boolean =>
  employeeId !== undefined && employeeId === holder.employeeId;

/** The refusal of such a row; who has the name is told. */
export const madeNameTaken = ({ userPrincipalName }: ComingRow, holder: Person | undefined): Refusal => ({
  code: 'MadeNameTaken',
  target: 'userPrincipalName',
  fact: `${holder ? `${shortLine(holder.displayName, 64)} (${holder.id})` : 'somebody'} has ${userPrincipalName}`,
});

/** Names that are asked for in the first round for each row; twice as many in each round after. */
const firstRound = 4;
/** Rounds until no name is proposed: at most 124 names are looked at. */
const maxRounds = 5;

/**
 * Adds to each row that was refused so the next free name: one that nobody has, nor gets by this file. Rows that made the
 * same name get different ones, each the how many-th free one that its place says.
 */
export const withProposals = async (
  decisions: readonly RowDecision[],
  rows: ReadonlyMap<number, ComingRow>,
  { directory, isInFile }: { directory: Pick<Directory, 'holdersOf'>; isInFile: (userName: string) => boolean },
): Promise<RowDecision[]> => {
  const proposals = new Map<number, string>();
  let open = decisions.flatMap(({ result }) => {
    const made = result.code === 'MadeNameTaken' ? rows.get(result.rowNumber)?.made : undefined;
    return made
      ? [{ rowNumber: result.rowNumber, wanted: made.place, candidates: freeInFile(made.base, isInFile) }]
      : [];
  });
  for (let round = 0; round < maxRounds && open.length > 0; round += 1) {
    const asked = open.map((row) => ({ ...row, names: next(row.candidates, firstRound * 2 ** round) }));
    const held = await directory.holdersOf(asked.flatMap(({ names }) => names));
    open = asked.flatMap(({ names, wanted, ...row }) => {
      const free = names.filter((name) => !held.has(canonicalUserName(name)));
      const proposal = free[wanted - 1];
      if (proposal === undefined) return [{ ...row, wanted: wanted - free.length }];
      proposals.set(row.rowNumber, proposal);
      return [];
    });
  }
  return decisions.map((decision) => {
    const proposal = proposals.get(decision.result.rowNumber);
    if (proposal === undefined) return decision;
    const fact = `${decision.result.fact}; ${proposal} is free`;
    return { ...decision, result: { ...decision.result, fact } };
  });
};

/** Names with a number from 2 on that the file gives nobody. */
function* freeInFile(base: string, isInFile: (userName: string) => boolean): Generator<string, never> {
  const [localPart, domain] = [localPartOf(base), domainOf(base)];
  for (let number = 2; ; number += 1) {
    const name = `${numberedName(localPart, number)}@${domain}`;
    if (!isInFile(name)) yield name;
  }
}

const next = (names: Generator<string, never>, count: number): string[] =>
  Array.from({ length: count }, () => names.next().value);
