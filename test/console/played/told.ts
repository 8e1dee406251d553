/** What the API tells people: its own sentences, in the language that a page asks for. */
import { type ToldIn, toldIn } from '../../../shared/refusals/sentences-in.ts';
import type { Asked } from '../played-console.ts';

export const toldTo = ({ headers }: Pick<Asked, 'headers'>): Promise<ToldIn> =>
  toldIn({ 'accept-language': String(headers['accept-language'] ?? '') });
