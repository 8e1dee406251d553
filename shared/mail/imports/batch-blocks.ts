/** What a mail about a migration batch has that one about an import has not. */
import { type Block, facts, paragraph } from '../letter.ts';
import type { Letterhead } from '../letterhead.ts';
import { migrationTextsIn } from '../texts/migration-texts.ts';
import type { ToldBatch } from './import-outcome.ts';

const address = (id: string) => `/v1.0/migrationBatches/${id}`;

/** How long mailboxes work without a licence, where those who have none are listed, and how the batch is completed. */
export const batchBlocks = (id: string, { isCompleted, graceDays }: ToldBatch, { language }: Letterhead): Block[] => {
  const { grace, graceList, complete } = migrationTextsIn(language);
  const list = { label: graceList, value: `GET ${address(id)}/users?$filter=mailbox eq 'grace'` };
  return [
    paragraph(grace(graceDays)),
    facts(list, ...(isCompleted ? [] : [{ label: complete, value: `POST ${address(id)}/complete` }])),
  ];
};
