/** How a step of an import ends. */

/** What a step came to: go on with the next one, or leave the import to whoever calls next. */
export type StepEnd = 'next' | 'pause';
