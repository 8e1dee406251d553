/** The route by which an administrator has the credentials of an import sent. */
import { detail } from '../../domain/imports/import-entry.ts';
import { actorOf } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Route, Routes } from '../../lambda/route.ts';
import type { CredentialWalk } from '../../messages/credential-request.ts';
import { importEntries } from '../../work/imports/import-entries.ts';
import type { Imports } from '../../work/imports/imports.ts';
import type { Queues } from '../../work/queues.ts';
import { sendCredentialsBody } from './new-import-body.ts';

export type SendCredentialsPorts = {
  imports: Pick<Imports, 'read' | 'tell'>;
  queues: Pick<Queues, 'sweeps'>;
  now: () => Instant;
};

/** It by its key. */
export const sendCredentialsRoutes = (ports: SendCredentialsPorts): Routes => ({
  'POST /v1.0/imports/{id}/sendCredentials': sendCredentialsRoute(ports),
});

/**
 * POST /v1.0/imports/{id}/sendCredentials: 202, and mails what was kept back; with `resend` also new credentials to
 * everybody who has not signed in. Only of an import that is over, since rows yet to come would be left out.
 */
const sendCredentialsRoute = ({ imports, queues, now }: SendCredentialsPorts): Route => ({
  needs: 'addPeople',
  answer: async ({ principal, path, hasBody, json }) => {
    const { resend = false } = hasBody ? parseStrictly(sendCredentialsBody, json()) : {};
    const job = /^[0-9a-f-]{36}$/.test(path.id ?? '') ? await imports.read(path.id ?? '') : undefined;
    if (!job) throw new Refused({ code: 'NotFound' });
    if (job.stage !== 'settled') throw new Refused({ code: 'ImportNotOver' });
    const at = now();
    const told = { initiatedBy: actorOf(principal), now: at };
    await imports.tell(importEntries(job, 'Send credentials of import', told, [detail('resend', String(resend))]));
    const { kind, id, displayName, roles, credentialId } = principal;
    const credential = credentialId !== undefined && { credentialId };
    const requestedBy = { kind, id, displayName, roles: [...roles], ...credential } as CredentialWalk['requestedBy'];
    await queues.sweeps([{ kind: 'credentials', importId: job.id, resend, requestedAt: at, requestedBy }]);
    return { status: 202 };
  },
});
