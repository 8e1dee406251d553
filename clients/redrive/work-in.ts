/** What a dead letter was about, in a few words that may be shown to anybody: counts and ids. */
import type * as z from 'zod';
import { importIdIn } from '../../shared/domain/imports/option-files.ts';
import { mailEvent } from '../../shared/messages/mail-event.ts';
import {
  credentialMessage,
  fileMessage,
  noticeMessage,
  rowsMessage,
  sweepMessage,
} from '../../shared/messages/queues.ts';
import { announcedFile, importIdOf } from '../../shared/work/imports/announced-file.ts';

/** What is no message of its queue. Its function refuses it, however often it comes. */
export const noWork = 'no work of this queue';

/** Nobody has vouched for a dead letter: what it calls an id may be anything. */
const shownId = (id: string): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id : '(an id that is none)';

const people = (ids: readonly string[]): string =>
  ids.length === 1 ? `person ${shownId(ids[0] ?? '')}` : `${ids.length} people, the first ${shownId(ids[0] ?? '')}`;

const kind =
  <Schema extends z.ZodType>(schema: Schema, words: (message: z.output<Schema>) => string) =>
  (message: unknown): string => {
    const read = schema.safeParse(message);
    return read.success ? words(read.data) : noWork;
  };

const fileWork = (message: z.output<typeof fileMessage>): string => {
  if ('kind' in message) return `next step of import ${shownId(message.importId)}`;
  const file = announcedFile(message);
  return `a file that arrived, import ${importIdIn(file.key) ?? importIdOf(file)}`;
};

const sweepWork = (message: z.output<typeof sweepMessage>): string => {
  switch (message.kind) {
    case 'sweep':
      return 'start of a sweep';
    case 'shard':
      return `what is due in shard ${message.shard}`;
    case 'waiting':
      return `who waits for licence ${shownId(message.skuId)}`;
    case 'imports':
      return 'imports that stand still';
    case 'redate':
      return `new due dates in shard ${message.shard}`;
    case 'claimKeys':
      return `claims on employee ids in shard ${message.shard}`;
    case 'count':
      return `count of people in shard ${message.shard} on ${message.day}`;
    case 'credentials':
      return `credentials of import ${shownId(message.importId)}`;
  }
};

const noticeWork = (message: z.output<typeof noticeMessage>): string => {
  switch (message.kind) {
    case 'notices':
      return `notices to ${people(message.userIds)}`;
    case 'importResults':
      return `results of import ${shownId(message.importId)}`;
    case 'digests':
      return 'what was gathered for administrators';
    case 'synchronizationSilence':
      return 'a look whether synchronisation stands still';
  }
};

/** By the queue's name. */
const works: Readonly<Record<string, (message: unknown) => string>> = {
  files: kind(fileMessage, fileWork),
  rows: kind(rowsMessage, ({ importId, firstRow, lastRow }) =>
    firstRow === lastRow
      ? `row ${firstRow} of import ${shownId(importId)}`
      : `rows ${firstRow} to ${lastRow} of import ${shownId(importId)}`,
  ),
  credentials: kind(credentialMessage, ({ userIds }) => `credentials of ${people(userIds)}`),
  notices: kind(noticeMessage, noticeWork),
  deliveries: kind(mailEvent, ({ detail }) =>
    detail.bounce ? 'news of a bounce' : detail.complaint ? 'news of a complaint' : 'news of a mail',
  ),
  sweeps: kind(sweepMessage, sweepWork),
};

/** The names of the queues whose work is known here. */
export const knownQueues = Object.keys(works);

/** What the body of a letter of a queue is about; `noWork` where that cannot be read. */
export const workIn = (queue: string, body: string): string => {
  try {
    return works[queue]?.(JSON.parse(body)) ?? noWork;
  } catch {
    return noWork;
  }
};
