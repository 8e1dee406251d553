/** What a refusal's sentence may tell. */

/** Where a refusal was found (a property or heading), and the fact that its sentence needs. */
export type Facts = {
  readonly target?: string;
  readonly fact?: string;
  /** Options to try again with, as JSON that can be pasted. */
  readonly proposal?: string;
};

/** The first encoding of the readings that a refusal tells, likeliest first: `windows-1250 (“Jiří”); windows-1252 (“Jiøí”)`. */
export const likeliestIn = (readings = ''): string => /^[\w-]+/.exec(readings)?.[0] ?? 'windows-1252';
