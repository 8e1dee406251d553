/** How a step of an import ends. */

/** What a step came to: go on with the next one, or leave the import to whoever calls next. */
export type StepEnd = 'next' | 'pause';

/** How often an import may ask to be called again: far beyond what any file needs, and an end to a chain of calls. */
export const maxContinuations = 500;
