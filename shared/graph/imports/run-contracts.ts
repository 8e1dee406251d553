/** Routes by which the agent of a directory on premises begins runs. */
import { confirmSynchronizationBody, startSynchronizationBody } from '../../messages/synchronization-file.ts';
import { body, type Contracts } from '../contract.ts';
import { requestedImport } from './import-resources.ts';

const tag = 'Synchronisation';
const address = '/v1.0/directory/onPremisesSynchronization';

export const runContracts: Contracts = {
  [`POST ${address}/{id}/start`]: {
    ...{ needs: 'synchronize', tag },
    summary: 'Begins a run, and says where its file is to be put',
    description:
      'A run is an import of kind synchronization: from there on see the imports. Its file is JSON Lines; nobody is changed by one that is not whole, or does not begin at the watermark. With `fileSize` in bytes, one above 8 MiB comes in parts.',
    body: body('NewRun', startSynchronizationBody),
    answers: { 201: requestedImport },
    refusals: ['SynchronizationOff', 'SynchronizationOnHold', 'FileTooLarge', 'TooManyOpenImports', 'ConcurrentChange'],
  },
  [`POST ${address}/{id}/confirm`]: {
    ...{ needs: 'synchronize', tag },
    summary: 'Moves the watermark, since nothing has changed',
    body: body('NothingChanged', confirmSynchronizationBody),
    answers: { 204: 'nothing' },
    refusals: [
      ...(['WatermarkOutdated', 'SynchronizationOff', 'SynchronizationOnHold'] as const),
      ...(['SynchronizationRunning', 'ConcurrentChange'] as const),
    ],
  },
};
