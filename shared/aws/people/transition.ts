import type { Person } from '../../domain/person.ts';

/** A person before and after; absent where the person is not there. */
export type Transition = { before?: Person | undefined; after?: Person | undefined };
