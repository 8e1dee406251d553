/** Imports that are cancelled, resumed, undone and applied: what is asked for, and when it is refused. */

import { type ImportJob, newImportJob } from '../../../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../../../shared/domain/imports/import-options.ts';
import { type ImportProgress, noProgress } from '../../../../shared/domain/imports/import-progress.ts';
import { Refused } from '../../../../shared/domain/refusals.ts';
import { instant } from '../../../../shared/domain/time.ts';
import {
  applyImport,
  cancelImport,
  type ManageImportPorts,
  resumeImport,
  undoImport,
} from '../../../../shared/work/imports/run/manage-imports.ts';
import { newMemory } from '../../../fakes/memory.ts';
import { fakeSynchronization } from '../../../fakes/synchronization.ts';

const now = instant('2026-03-02T09:00:00Z');
const ada = { kind: 'person', id: 'ada', displayName: 'Ada', roles: ['User Administrator'] } as const;
const bob = { ...ada, id: 'bob', displayName: 'Bob' };
const id = '11111111-2222-8333-8444-555555555555';
const file = { bucket: 'files', key: 'people.csv', versionId: '1' };

const setup = (change: Partial<ImportJob> = {}, counts: Partial<ImportProgress> = {}, resumes = true) => {
  const begun = newImportJob({ id, file, options: defaultOptions, owner: ada }, instant('2026-03-01T09:00:00Z'));
  const jobs = new Map<string, ImportJob>([[id, { ...begun, ...change }]]);
  const asked: string[] = [];
  const sent: unknown[] = [];
  const ports: ManageImportPorts = {
    now: () => now,
    synchronization: fakeSynchronization(newMemory()),
    imports: {
      read: async (name) => jobs.get(name),
      begin: async (job) => {
        const recorded = jobs.get(job.id) ?? job;
        jobs.set(job.id, recorded);
        return recorded;
      },
      progress: async () => ({ ...noProgress(), ...counts }),
      requestCancel: async (name) => void asked.push(name),
      resume: async (_before, after) => {
        if (resumes) jobs.set(after.id, after);
        return resumes;
      },
    },
    queues: { files: async (messages) => void sent.push(...messages) },
  };
  return { ports, jobs, asked, sent, job: () => jobs.get(id) as ImportJob };
};

const codeOf = async (answer: Promise<unknown>) => {
  const error = await answer.catch((reason: unknown) => reason);
  return error instanceof Refused ? error.refusals[0]?.code : 'none';
};
const over = { stage: 'settled', status: 'succeeded' } as const;
const dryRun = { ...over, options: { ...defaultOptions, dryRun: true, existingPeople: 'update' } } as const;
const goesOn = (importId: string) => ({ kind: 'continueImport', importId });

test('what there is not cannot be found', async () => {
  const { ports } = setup();
  for (const name of ['', 'nothing', '../../x', id.replace('1', '2')]) {
    for (const act of [cancelImport, resumeImport, undoImport, applyImport]) {
      expect(await codeOf(act({ id: name, principal: ada }, ports))).toBe('NotFound');
    }
  }
});

test('cancelling asks the import to stop, and its next step sees it', async () => {
  const { ports, asked, sent } = setup({ stage: 'sending', status: 'running' });
  expect(await cancelImport({ id, principal: bob }, ports)).toMatchObject({ id, status: 'running' });
  expect([asked, sent]).toEqual([[id], [goesOn(id)]]);
});

test.each(['uploading', 'planning', 'holding', 'sending', 'provisioning'] as const)(
  'whatever an import is at while it can act, it can be cancelled: %s (weakness 1)',
  async (stage) => {
    const { ports, asked, sent } = setup({ stage, status: stage === 'holding' ? 'onHold' : 'running' });
    await cancelImport({ id, principal: bob }, ports);
    expect([asked, sent]).toEqual([[id], [goesOn(id)]]);
  },
);

test('an import that is over cannot be cancelled', async () => {
  const { ports, asked, sent } = setup(over);
  expect(await codeOf(cancelImport({ id, principal: ada }, ports))).toBe('ImportOver');
  expect([asked, sent]).toEqual([[], []]);
});

test('a cancelled import goes on from its plan', async () => {
  const { ports, sent, job } = setup({ stage: 'settled', status: 'cancelled' });
  expect(await resumeImport({ id, principal: bob }, ports)).toEqual(job());
  expect(job()).toMatchObject({ stage: 'planning', status: 'running', resumptions: 1, owner: ada });
  expect(sent).toEqual([goesOn(id)]);
});

test('one that succeeded cannot, nor one that somebody else resumed first', async () => {
  expect(await codeOf(resumeImport({ id, principal: ada }, setup(over).ports))).toBe('ImportNotResumable');
  const { ports, sent } = setup({ stage: 'settled', status: 'cancelled' }, {}, false);
  expect(await codeOf(resumeImport({ id, principal: ada }, ports))).toBe('ImportNotResumable');
  expect(sent).toEqual([]);
});

test('an undo is an import of whoever asks, the same however often it is asked for', async () => {
  const { ports, sent, jobs } = setup(over, { created: 3 });
  const undo = await undoImport({ id, principal: bob }, ports);
  expect(undo).toMatchObject({
    kind: 'undo',
    undoes: id,
    file,
    options: defaultOptions,
    owner: bob,
    stage: 'planning',
  });
  expect((await undoImport({ id, principal: ada }, ports)).id).toBe(undo.id);
  expect([jobs.size, sent]).toEqual([2, [goesOn(undo.id), goesOn(undo.id)]]);
});

test('an undo can be undone, and an import that went on after its undo again', async () => {
  const { ports, jobs } = setup(over, { created: 3 });
  const undo = await undoImport({ id, principal: ada }, ports);
  jobs.set(undo.id, { ...undo, ...over });
  const redo = await undoImport({ id: undo.id, principal: ada }, ports);
  expect(redo).toMatchObject({ kind: 'undo', undoes: undo.id });
  jobs.set(id, { ...(jobs.get(id) as ImportJob), resumptions: 1 });
  const again = await undoImport({ id, principal: ada }, ports);
  expect(new Set([id, undo.id, redo.id, again.id]).size).toBe(4);
});

test.each<[string, Partial<ImportJob>, Partial<ImportProgress>]>([
  ['ImportNotOver', { stage: 'sending', status: 'running' }, { created: 3 }],
  ['NothingToUndo', over, { refused: 3, unchanged: 4 }],
  ['NothingToUndo', dryRun, { created: 3 }],
])('%s: an undo of %j with %j', async (code, change, counts) => {
  const { ports, sent } = setup(change, counts);
  expect(await codeOf(undoImport({ id, principal: ada }, ports))).toBe(code);
  expect(sent).toEqual([]);
});

test.each(['updated', 'deleted', 'restored'])('%s rows can be undone', async (outcome) => {
  const { ports } = setup({ stage: 'settled', status: 'cancelled' }, { [outcome]: 1 });
  expect(await undoImport({ id, principal: ada }, ports)).toMatchObject({ undoes: id });
});

test('a dry run is applied with the same version of the file and the same options', async () => {
  const { ports, sent, jobs } = setup(dryRun);
  const applied = await applyImport({ id, principal: bob }, ports);
  expect(applied).toMatchObject({ kind: 'import', applies: id, file, owner: bob, stage: 'planning' });
  expect(applied.options).toEqual({ ...dryRun.options, dryRun: false });
  expect((await applyImport({ id, principal: ada }, ports)).id).toBe(applied.id);
  expect([jobs.size, sent]).toEqual([2, [goesOn(applied.id), goesOn(applied.id)]]);
});

test.each<[string, Partial<ImportJob>]>([
  ['NotADryRun', over],
  ['NotADryRun', { ...dryRun, status: 'failed' }],
  ['ImportNotOver', { ...dryRun, stage: 'provisioning', status: 'running' }],
])('%s: %j is not applied', async (code, change) => {
  expect(await codeOf(applyImport({ id, principal: ada }, setup(change).ports))).toBe(code);
});
