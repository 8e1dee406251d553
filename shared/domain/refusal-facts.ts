/** What a refusal's sentence may tell. */

/** Where a refusal was found (a property or heading), and the fact that its sentence needs. */
export type Facts = {
  readonly target?: string;
  readonly fact?: string;
  /** Options to try again with, as JSON that can be pasted. */
  readonly proposal?: string;
};
