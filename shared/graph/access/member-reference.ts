/** How a request names the member of a role. */
import * as z from 'zod';

/**
 * The address of a person, in any case; its last part is an id or user principal name, of which the odd characters are
 * encoded, or it stands in brackets behind the part before, as OData has keys.
 */
const personAddress =
  /^https?:\/\/[^/?#\s]+(?:\/[^/?#\s]+)*?\/(?:users|directoryObjects)(?:\/|\(')((?:[^/?#%\s()]|%[0-7][0-9A-Fa-f]){1,384}?)(?:'\))?\/?$/i;

/** Body of `POST /v1.0/directoryRoles/{id}/members/$ref`, as Graph has it; read as the id or name of the person. */
export const memberReference = z.strictObject({
  '@odata.id': z
    .string()
    .trim()
    .regex(personAddress, 'the address of a person is expected, such as https://host/v1.0/users/{id}')
    .transform((address) => decodeURIComponent(personAddress.exec(address)?.[1] ?? '')),
});
