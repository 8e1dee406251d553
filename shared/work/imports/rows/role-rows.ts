/** Whose roles rows change: noted beside their result, so that whoever owns the import is told by name. */
import { heldRoles } from '../../../domain/access/roles.ts';
import type { ChunkResult, RoleRow } from '../../../domain/imports/import-progress.ts';
import type { RowDecision } from './decided-row.ts';

/** The rows that give or take roles; no property at all where none does, as in nearly every result. */
export const rolesIn = (decisions: readonly RowDecision[]): Pick<ChunkResult, 'roleRows'> => {
  const roleRows = decisions.flatMap((decision) => roleRowOf(decision) ?? []);
  return roleRows.length > 0 ? { roleRows } : {};
};

const roleRowOf = ({ result, add, change }: RowDecision): RoleRow | undefined => {
  const person = add ?? change?.after ?? change?.before;
  if (!person) return undefined;
  const [before, after] = [change ? heldRoles(change.before) : [], rolesAfter(add ?? change?.after)];
  const given = after.filter((role) => !before.includes(role));
  const taken = before.filter((role) => !after.includes(role));
  if (given.length + taken.length === 0) return undefined;
  const { rowNumber, userPrincipalName } = result;
  return { rowNumber, userPrincipalName, displayName: person.displayName, given, taken };
};

const rolesAfter = (person: RowDecision['add']) => (person ? heldRoles(person) : []);
