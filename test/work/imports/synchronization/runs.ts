/** Runs of a directory on premises against a system in memory: the file is made from the people that it has. */
import { hash } from 'node:crypto';
import type { Organisation, SynchronizationSettings } from '../../../../shared/domain/organisation.ts';
import { anchorOfGuid } from '../../../../shared/domain/people/anchors.ts';
import type { Principal } from '../../../../shared/domain/principal.ts';
import { confirmRun, startRun } from '../../../../shared/work/imports/run/ask-run.ts';
import { contoso, idOf } from '../../../fakes/people.ts';
import { imports } from '../ask-import.ts';
import { type Delivery, newSystem, type SystemOptions } from '../system.ts';

export const agent: Principal = {
  kind: 'operator',
  id: 'agent',
  displayName: 'Agent',
  roles: ['Directory Synchronization Accounts'],
};

/** The objectGUID of a name. */
export const guidOf = (name: string): string => idOf(name);

/** Somebody in scope. */
export const upsert = (name: string, more: object = {}) => ({
  op: 'upsert',
  objectGuid: guidOf(name),
  anchor: anchorOfGuid(guidOf(name)),
  userPrincipalName: `${name}@contoso.com`,
  displayName: name,
  accountEnabled: true,
  onPremisesSamAccountName: name,
  ...more,
});
export const gone = (name: string) => ({ op: 'delete', objectGuid: guidOf(name) });

const source = { id: guidOf('corp.local'), domainName: 'corp.local' };

type Run = { scope?: 'delta' | 'full'; dryRun?: boolean; previous?: string | null; end?: object | null; head?: object };

/** The text of a file. */
export const fileOf = (
  lines: readonly object[],
  head: object,
  end: object | null = { end: true, rows: lines.length },
) => [head, ...lines, ...(end ? [end] : [])].map((line) => JSON.stringify(line)).join('\n');

export const newDirectory = (options: SystemOptions = {}, settings?: Partial<SynchronizationSettings>) => {
  const system = newSystem(options);
  let marks = 0;
  const organisation: Organisation = {
    ...contoso,
    initialDomain: 'contoso.com',
    onPremisesSync: { isEnabled: true, since: system.clock.now() },
  };
  const ports = system.ports as { organisation: Organisation };
  ports.organisation = organisation;
  if (settings) {
    ports.organisation = {
      ...organisation,
      synchronization: {
        accidentalDeletionPrevention: { synchronizationPreventionType: 'enabledForCount', alertThreshold: 500 },
        blockSoftMatchEnabled: false,
        blockCloudObjectTakeoverThroughHardMatchEnabled: false,
        ...settings,
      },
    };
  }
  const { read, finish } = imports(system);
  const previousNow = () => system.memory.synchronization?.watermark?.hash ?? null;
  const begin = async (
    lines: readonly object[],
    { scope = 'full', dryRun = false, previous, end, head = {} }: Run = {},
  ) => {
    const { job } = await startRun({ scope, dryRun, principal: agent }, system.ports);
    marks += 1;
    const watermark = `mark ${marks}`;
    const first = { source, scope, previous: previous === undefined ? previousNow() : previous, watermark, ...head };
    await system.announce(job.file.key, fileOf(lines, first, end === undefined ? undefined : end));
    return { id: job.id, watermark };
  };
  return {
    system,
    begin,
    finish,
    read,
    hashOf: (text: string) => hash('sha256', text),
    confirm: (previous: string, watermark: string) => confirmRun({ previous, watermark }, system.ports),
    /** Switches synchronisation, as an administrator does. */
    switchTo: (isEnabled: boolean) => {
      system.clock.pass({ minutes: 1 });
      ports.organisation = { ...ports.organisation, onPremisesSync: { isEnabled, since: system.clock.now() } };
    },
    run: async (lines: readonly object[], how: Run = {}, delivery: Delivery = {}) => {
      const { id, watermark } = await begin(lines, how);
      await system.drain(delivery);
      return { id, watermark, ...(await read(id)) };
    },
    person: (userName: string) => system.directory.findByUserName(userName),
    people: () => [...system.memory.people.values()].filter(({ deleted }) => !deleted),
  };
};
