/** Large imports as the API has them: asked for, their files put to the address that comes back, and their reports. */
import type { Muster } from './muster.ts';
import type { Import } from './resources.ts';

/** Seconds for a large import on a machine that others use, too. */
const patience = 900;

/** What the API is asked for besides the name of the file. */
export type AskedOptions = {
  dryRun?: boolean;
  seatsShort?: 'unlicensed' | 'reject' | 'hold';
  existingPeople?: 'skip' | 'update';
  licenses?: string[];
  usageLocation?: string;
  stopAfterRefusals?: number;
  userNamePattern?: string;
  credentials?: 'mail' | 'later' | 'none';
};

/** Asks for an import and puts its file there; it may not have begun yet. */
export const requestImport = async (
  { api, files }: Muster,
  fileName: string,
  content: string,
  options: AskedOptions = {},
): Promise<Import> => {
  const asked = await api.requestImport({ fileName, ...options });
  await files.upload(asked, content);
  return asked;
};

/** An import at its end, or on hold. */
export const followed = ({ files }: Muster, { id }: Pick<Import, 'id'>): Promise<Import> => files.follow(id, patience);

/** Asks for an import, puts its file there and follows it to its end, or until it is on hold. */
export const importRequested = async (
  muster: Muster,
  fileName: string,
  content: string,
  options: AskedOptions = {},
): Promise<Import> => followed(muster, await requestImport(muster, fileName, content, options));

/** A whole report as text, however many answers it takes. */
export const reportText = async (
  { api }: Muster,
  { id }: Pick<Import, 'id'>,
  query: { $format: 'csv' | 'jsonl'; outcome?: string },
): Promise<string> => {
  let text = '';
  for (let next: string | undefined = `/v1.0/imports/${id}/report?${new URLSearchParams(query)}`; next; ) {
    const answer = await api.ask('GET', next);
    if (answer.status !== 200) throw new Error(`A report was answered with ${answer.status}: ${answer.text}`);
    text += answer.text;
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
  }
  return text;
};
