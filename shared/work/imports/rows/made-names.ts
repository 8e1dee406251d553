/** Rows whose user name was made, and which somebody has already. */
import type { RowResult } from '../../../domain/imports/import-progress.ts';
import { numberedName } from '../../../domain/names/made-name.ts';
import { shortLine } from '../../../domain/one-line.ts';
import type { Person } from '../../../domain/person.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { canonicalUserName, domainOf, localPartOf } from '../../../domain/user-name.ts';
import type { Directory } from '../../directory.ts';
import type { RowDecision } from './decided-row.ts';
import type { ComingRow } from './row-decision.ts';

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

/** What names are proposed by. */
export type ProposalSetting = {
  /** The rows of the chunk, by their numbers. */
  rows: ReadonlyMap<number, ComingRow>;
  /** What was proposed to rows before; what is proposed now is added. */
  proposed: Map<number, string>;
  directory: Pick<Directory, 'holdersOf'>;
  isInFile: (userName: string) => boolean;
};

/**
 * Adds to each row that was refused so the next free name: one that nobody has, nor gets by this file, nor is proposed to
 * another row. Rows of other chunks are told apart by leaving out as many as made the same name in chunks before.
 */
export const withProposals = async (
  decisions: readonly RowDecision[],
  setting: ProposalSetting,
): Promise<RowDecision[]> => {
  const { directory, proposed } = setting;
  let open = decisions.flatMap(({ result }) => asking(result, setting));
  for (let round = 0; round < maxRounds && open.length > 0; round += 1) {
    const asked = open.map((row) => ({ ...row, names: next(row.candidates, firstRound * 2 ** round) }));
    const held = await directory.holdersOf(asked.flatMap(({ names }) => names));
    open = asked.flatMap(({ names, left, ...row }) => {
      const others = new Set(proposed.values());
      const free = names.filter((name) => !held.has(canonicalUserName(name)) && !others.has(name));
      const proposal = free[left];
      if (proposal === undefined) return [{ ...row, left: left - free.length }];
      proposed.set(row.rowNumber, proposal);
      return [];
    });
  }
  return decisions.map((decision) => withProposal(decision, proposed.get(decision.result.rowNumber)));
};

type Asking = { rowNumber: number; left: number; candidates: Generator<string, never> };

const asking = ({ rowNumber, code }: RowResult, { rows, proposed, isInFile }: ProposalSetting): Asking[] => {
  const made = code === 'MadeNameTaken' ? rows.get(rowNumber)?.made : undefined;
  if (!made) return [];
  proposed.delete(rowNumber);
  const before = [...rows.values()].find((row) => row.made?.base === made.base)?.made?.place ?? made.place;
  return [{ rowNumber, left: before - 1, candidates: freeInFile(made.base, isInFile) }];
};

const withProposal = (decision: RowDecision, proposal: string | undefined): RowDecision => {
  const { result } = decision;
  if (proposal === undefined || result.code !== 'MadeNameTaken') return decision;
  return { ...decision, result: { ...result, fact: `${result.fact}; ${proposal} is free` } };
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
