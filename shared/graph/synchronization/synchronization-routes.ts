/** The routes of the directory on premises: how it is synchronised, how far that is, and who was refused. */
import type { Organisation } from '../../domain/organisation.ts';
import { Refused } from '../../domain/refusals.ts';
import { withDirectorySettings } from '../../domain/settings/directory-settings.ts';
import { organizationId } from '../../domain/settings/shown-settings.ts';
import { stateUnder } from '../../domain/synchronization/run-state.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Request, Route, Routes } from '../../lambda/route.ts';
import { toldIn } from '../../refusals/sentences-in.ts';
import { letRunsGoOn } from '../../work/imports/run/let-runs-go-on.ts';
import type { SynchronizationStore } from '../../work/imports/synchronization-store.ts';
import { changeSynchronization } from '../../work/settings/change-organisation.ts';
import type { SettingsPorts } from '../../work/settings/change-settings.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import { synchronizationBody } from './synchronization-bodies.ts';
import { objectErrorResource, synchronizationResource } from './synchronization-resource.ts';

export type SynchronizationPorts = SettingsPorts & { synchronization: SynchronizationStore };

/** So many objects that were refused are named to the agent; where there are more, it reads everybody. */
const mostRetried = 1000;

const address = '/v1.0/directory/onPremisesSynchronization';

/** Every route by its key. */
export const synchronizationRoutes = (ports: SynchronizationPorts): Routes => ({
  [`GET ${address}`]: listRoute(ports),
  [`GET ${address}/{id}`]: readRoute(ports),
  [`PATCH ${address}/{id}`]: patchRoute(ports),
  [`GET ${address}/{id}/errors`]: errorsRoute(ports),
});

const contextOf = ({ origin }: Request, more = ''): string =>
  `${origin}/$metadata#directory/onPremisesSynchronization${more}`;

/** Graph's collection of one. */
const listRoute = (ports: SynchronizationPorts): Route => ({
  needs: 'synchronize',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    return { status: 200, body: { '@odata.context': contextOf(request), value: [await resourceNow(ports)] } };
  },
});

const readRoute = (ports: SynchronizationPorts): Route => ({
  needs: 'synchronize',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    refuseOthers(request);
    return { status: 200, body: { '@odata.context': contextOf(request, '/$entity'), ...(await resourceNow(ports)) } };
  },
});

const patchRoute = (ports: SynchronizationPorts): Route => ({
  needs: 'manageSynchronization',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    refuseOthers(request);
    const { configuration, features, onHold } = parseStrictly(synchronizationBody, request.json());
    const { principal } = request;
    const change = { ...features, accidentalDeletionPrevention: configuration?.accidentalDeletionPrevention };
    await changeSynchronization({ change, principal }, ports);
    const { onPremisesSync } = await organisationNow(ports);
    if (onHold === null && onPremisesSync) await letRunsGoOn({ onPremisesSync, principal }, ports);
    return { status: 204 };
  },
});

const errorsRoute = (ports: SynchronizationPorts): Route => ({
  needs: 'synchronize',
  answer: async (request) => {
    refuseOtherOptions(request, ['$top', '$skiptoken']);
    refuseOthers(request);
    const after = skipTokenOf(request, /^[0-9a-f-]{36}$/);
    const page = { top: topOf(request, { default: 100, max: 999 }), ...(after !== undefined && { after }) };
    const { errors, next } = await ports.synchronization.errors(page);
    const path = `directory/onPremisesSynchronization/${organizationId}/errors`;
    const link = next !== undefined && { '@odata.nextLink': nextLink(request, path, next) };
    const { sentence, headers } = await toldIn(request.headers);
    const value = errors.map((error) => objectErrorResource(error, sentence));
    return { status: 200, headers, body: { ...link, value } };
  },
});

const refuseOthers = ({ path }: Request): void => {
  if (path.id !== organizationId) throw new Refused({ code: 'NotFound' });
};

const organisationNow = async ({ settings, file }: SettingsPorts): Promise<Organisation> =>
  withDirectorySettings(file, await settings.read()).organisation;

const resourceNow = async (ports: SynchronizationPorts) => {
  const { synchronization } = ports;
  const [organisation, state, errors] = await Promise.all([
    organisationNow(ports),
    synchronization.read(),
    synchronization.errors({ top: mostRetried }),
  ]);
  const { onPremisesSync } = organisation;
  return synchronizationResource(organisation, onPremisesSync && stateUnder(onPremisesSync, state), errors);
};
