/** `npm run token`: mints a bearer token for the API with the operator's own AWS rights. */
import { mintFromCommandLine } from './token/command.ts';

await mintFromCommandLine(process.argv);
