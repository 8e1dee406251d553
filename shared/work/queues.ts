/** The ports to the queues. A send returns when the queue has every message; it throws when one stayed behind. */
import type * as z from 'zod';
import type { credentialMessage, ImportStep, NoticeMessage, rowsMessage, SweepMessage } from '../messages/queues.ts';

export type RowsMessage = z.output<typeof rowsMessage>;
export type CredentialMessage = z.output<typeof credentialMessage>;
export type Send<Message> = (messages: readonly Message[]) => Promise<void>;
/** Sends messages that are seen only after some seconds (900 at most). */
export type SendLater<Message> = (messages: readonly Message[], seconds: number) => Promise<void>;

export type Queues = {
  files: Send<ImportStep>;
  rows: Send<RowsMessage>;
  credentials: Send<CredentialMessage>;
  /** At once, or after some seconds (900 at most). */
  notices: (messages: readonly NoticeMessage[], seconds?: number) => Promise<void>;
  /** At once, or after some seconds (900 at most). */
  sweeps: (messages: readonly SweepMessage[], seconds?: number) => Promise<void>;
};

/** Most people in one credential or notice message: they are leased, minted and marked in one transaction each. */
export const maxPeopleInMessage = 50;

/** Messages for people, as few as may be. */
export const inMessages = (userIds: readonly string[]): { userIds: string[] }[] => {
  const messages = [];
  for (let start = 0; start < userIds.length; start += maxPeopleInMessage) {
    messages.push({ userIds: userIds.slice(start, start + maxPeopleInMessage) });
  }
  return messages;
};
