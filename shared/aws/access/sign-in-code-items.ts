/** Where codes lie that begin a session once, in the Directory table: by their hash, as tokens do. */
import { tokenIdOf } from '../../work/access/token-id.ts';
import { directoryKinds } from '../item-kinds.ts';

export const signInCodeKey = (code: string) => ({ pk: `${directoryKinds.signInCodes}${tokenIdOf(code)}`, sk: 'CODE' });
