/** `npm run token`: mints a bearer token for the API with the operator's own AWS rights. */

import { outliveReader } from './closed-pipe.ts';
import { mintFromCommandLine } from './token/command.ts';

outliveReader();
await mintFromCommandLine(process.argv);
