/** The numbers of a fact that has words around them, in their order: of `8 to 256`, of `3 kinds`. */
export const numbersIn = (fact: string): string[] => fact.match(/\d+/g) ?? [fact];

/** Whether a fact has two lengths, as that of a user name has: before the @, and after it. */
export const isOfUserName = (fact: string): boolean => numbersIn(fact).length === 2;
