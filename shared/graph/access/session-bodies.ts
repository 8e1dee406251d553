/** Bodies of requests about sessions. */
import * as z from 'zod';

/** Longer than any token, and than any code. */
const shown = z.string().min(1).max(256);

/** Body of `POST /v1.0/session`: an operator's token, or a code that stands for one. */
export const newSessionBody = z.union([z.strictObject({ token: shown }), z.strictObject({ code: shown })]);
