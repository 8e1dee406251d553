/** The routes by which the agent of a directory on premises begins a run, or says that nothing has changed. */
import type { Organisation } from '../../domain/organisation.ts';
import { Refused } from '../../domain/refusals.ts';
import { organizationId } from '../../domain/settings/shown-settings.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Request, Route, Routes } from '../../lambda/route.ts';
import { confirmSynchronizationBody, startSynchronizationBody } from '../../messages/synchronization-file.ts';
import type { Imports } from '../../work/imports/imports.ts';
import { type AskRunPorts, confirmRun, startRun } from '../../work/imports/run/ask-run.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { importAnswer } from './import-routes.ts';

export type RunPorts = Omit<AskRunPorts, 'organisation'> & {
  imports: Pick<Imports, 'progress'>;
  /** As it is at this moment: whoever has just switched synchronisation on or off begins a run next. */
  readOrganisation: () => Promise<Organisation>;
};

const address = '/v1.0/directory/onPremisesSynchronization/{id}';

/** Both by their keys. */
export const runRoutes = (ports: RunPorts): Routes => ({
  [`POST ${address}/start`]: startRoute(ports),
  [`POST ${address}/confirm`]: confirmRoute(ports),
});

/** The answer says where the file is to be put, and until when, as that of `POST /v1.0/imports`. */
const startRoute = (ports: RunPorts): Route => ({
  needs: 'synchronize',
  answer: async (request) => {
    refuseOthers(request);
    const asked = parseStrictly(startSynchronizationBody, request.json());
    const { job, upload } = await startRun({ ...asked, principal: request.principal }, await latest(ports));
    const { headers, body } = await importAnswer(request, job, ports);
    return {
      status: 201,
      headers: { ...headers, location: `${request.origin}/imports/${job.id}` },
      body: { ...body, upload },
    };
  },
});

const confirmRoute = (ports: RunPorts): Route => ({
  needs: 'synchronize',
  answer: async (request) => {
    refuseOthers(request);
    await confirmRun(parseStrictly(confirmSynchronizationBody, request.json()), await latest(ports));
    return { status: 204 };
  },
});

const latest = async ({ readOrganisation, ...ports }: RunPorts): Promise<AskRunPorts> => ({
  ...ports,
  organisation: await readOrganisation(),
});

const refuseOthers = (request: Request): void => {
  refuseOtherOptions(request, []);
  if (request.path.id !== organizationId) throw new Refused({ code: 'NotFound' });
};
