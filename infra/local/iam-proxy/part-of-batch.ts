/** Carries out a part of a batch only, and tells of the rest as the service does. */

/** The batch without the rest, and what the answer has to say of that. */
export type PartOfBatch = { body: Buffer; complete: (answer: string) => string };

type Entry = { Id: string };
type Keys = Record<string, { Keys: unknown[] }>;

/** Every other one of a batch of messages, or of items that are asked for; a batch of one is left out as a whole. */
export const partOfBatch = (body: Buffer): PartOfBatch => {
  const asked = JSON.parse(body.toString()) as { Entries?: Entry[]; RequestItems?: Keys };
  return asked.Entries === undefined
    ? partOfItems(asked as { RequestItems: Keys })
    : partOfMessages(asked as { Entries: Entry[] });
};

const halves = <One>(all: readonly One[]) => ({
  taken: all.filter((_, index) => index % 2 === 1),
  left: all.filter((_, index) => index % 2 === 0),
});

const partOfMessages = (asked: { Entries: Entry[] }): PartOfBatch => {
  const { taken, left } = halves(asked.Entries);
  const Failed = left.map(({ Id }) => ({
    Id,
    SenderFault: false,
    Code: 'InternalError',
    Message: 'The service failed.',
  }));
  return {
    body: Buffer.from(JSON.stringify({ ...asked, Entries: taken })),
    complete: (answer) => {
      // SQS does not take an empty batch: its error is no answer of this one.
      const { Successful = [] } = JSON.parse(answer) as { Successful?: unknown[] };
      return JSON.stringify({ Successful, Failed });
    },
  };
};

const partOfItems = (asked: { RequestItems: Keys }): PartOfBatch => {
  const [taken, left]: [Keys, Keys] = [{}, {}];
  for (const [table, { Keys: keys, ...how }] of Object.entries(asked.RequestItems)) {
    const parts = halves(keys);
    if (parts.taken.length > 0) taken[table] = { ...how, Keys: parts.taken };
    left[table] = { ...how, Keys: parts.left };
  }
  return {
    body: Buffer.from(JSON.stringify({ ...asked, RequestItems: taken })),
    complete: (answer) => {
      const { Responses = {}, ...rest } = JSON.parse(answer) as { Responses?: object; __type?: string };
      return JSON.stringify(
        '__type' in rest ? { Responses: {}, UnprocessedKeys: left } : { ...rest, Responses, UnprocessedKeys: left },
      );
    },
  };
};
