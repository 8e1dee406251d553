/** The implementations of the ports to the stores, so that one suite is held against each. */
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { applications } from '../../shared/aws/access/applications.ts';
import { entrance } from '../../shared/aws/access/entrance.ts';
import { sessions } from '../../shared/aws/access/sessions.ts';
import { signInAttempts } from '../../shared/aws/access/sign-in-attempts.ts';
import { signInReads, signInWrites } from '../../shared/aws/access/sign-in-log.ts';
import { tokens } from '../../shared/aws/access/tokens.ts';
import { audits } from '../../shared/aws/audits.ts';
import { digests } from '../../shared/aws/digests.ts';
import { directorySettings } from '../../shared/aws/directory-settings.ts';
import { imports } from '../../shared/aws/imports/imports.ts';
import { migrationBatches } from '../../shared/aws/imports/migration-batches.ts';
import { optionFiles } from '../../shared/aws/imports/option-files.ts';
import { synchronization } from '../../shared/aws/imports/synchronization.ts';
import { directory } from '../../shared/aws/people/directory.ts';
import { dueDates } from '../../shared/aws/people/due-dates.ts';
import { dueAhead } from '../../shared/aws/reports/due-ahead.ts';
import { userTemplates } from '../../shared/aws/user-templates.ts';
import { sweepMarks } from '../../shared/aws/wiring/sweep-marks.ts';
import { defaultPolicy, type Policy } from '../../shared/domain/policy.ts';
import type { Applications } from '../../shared/work/access/applications.ts';
import type { Sessions } from '../../shared/work/access/sessions.ts';
import type { SignInLog } from '../../shared/work/access/sign-in-log.ts';
import type { Tokens } from '../../shared/work/access/tokens.ts';
import type { Audits } from '../../shared/work/audit/audits.ts';
import type { Digests } from '../../shared/work/digests/digests.ts';
import type { Directory } from '../../shared/work/directory.ts';
import type { EarlierKeys } from '../../shared/work/enforcement/claim-earlier-keys.ts';
import type { PolicyMark } from '../../shared/work/enforcement/date-by-file.ts';
import type { DueDates } from '../../shared/work/enforcement/recompute-due-dates.ts';
import type { Imports } from '../../shared/work/imports/imports.ts';
import type { MigrationBatches } from '../../shared/work/imports/migration-batches.ts';
import type { OptionFiles } from '../../shared/work/imports/option-files.ts';
import type { SynchronizationStore } from '../../shared/work/imports/synchronization-store.ts';
import type { Entrance } from '../../shared/work/passwords/entrance.ts';
import type { AttemptStore } from '../../shared/work/passwords/sign-in-attempts.ts';
import type { DirectoryDays } from '../../shared/work/reports/count-directory.ts';
import type { DueAhead } from '../../shared/work/reports/forecast.ts';
import type { SettingsStore } from '../../shared/work/settings/change-settings.ts';
import type { UserTemplates } from '../../shared/work/settings/user-templates.ts';
import { fakeApplications } from '../fakes/applications.ts';
import { fakeAttempts } from '../fakes/attempts.ts';
import { fakeAudits } from '../fakes/audits.ts';
import { monday } from '../fakes/clock.ts';
import { fakeDigests } from '../fakes/digests.ts';
import { fakeDirectory } from '../fakes/directory.ts';
import { fakeDirectoryDays } from '../fakes/directory-days.ts';
import { fakeDueAhead } from '../fakes/due-ahead.ts';
import { fakeDueDates } from '../fakes/due-dates.ts';
import { fakeEntrance } from '../fakes/entrance.ts';
import { fakeImports } from '../fakes/imports.ts';
import { fakeEarlierKeys } from '../fakes/keys.ts';
import { newMemory } from '../fakes/memory.ts';
import { fakeMigrationBatches } from '../fakes/migration-batches.ts';
import { fakeOptionFiles } from '../fakes/option-files.ts';
import { fakeSessions } from '../fakes/sessions.ts';
import { fakePolicyMark, fakeSettings } from '../fakes/settings.ts';
import { fakeSignIns } from '../fakes/sign-ins.ts';
import { fakeSynchronization } from '../fakes/synchronization.ts';
import { fakeTokens } from '../fakes/tokens.ts';
import { fakeTemplates } from '../fakes/user-templates.ts';
import { type Dynoxide, startDynoxide } from './dynoxide.ts';

/** What is made of people depends on the policy: `by` gives the same stores as another policy has them. */
type ByPolicy = { directory: Directory; dates: DueDates };

export type Stores = ByPolicy & {
  imports: Imports;
  audits: Audits;
  settings: SettingsStore;
  templates: UserTemplates;
  days: DirectoryDays;
  due: DueAhead;
  policyMark: PolicyMark;
  earlierKeys: EarlierKeys;
  /** Takes all claims on keys, as an earlier release leaves them. */
  forgetKeys: () => Promise<void>;
  digests: Digests;
  optionFiles: OptionFiles;
  synchronization: SynchronizationStore;
  batches: MigrationBatches;
  attempts: AttemptStore;
  entrance: Entrance;
  applications: Applications;
  tokens: Tokens;
  sessions: Sessions;
  signIns: SignInLog;
  by: (policy: Policy) => ByPolicy;
};

/** Runs a suite on the fakes and on the adapters, each test with empty stores of its own. */
export const onEveryStore = (suite: (open: () => Promise<Stores>) => void): void => {
  describe('in memory', () => {
    suite(async () => {
      const memory = newMemory();
      const by = (policy: Policy) => ({
        directory: fakeDirectory(memory, policy),
        dates: fakeDueDates(memory, policy),
      });
      const signIns = fakeSignIns();
      const tokens = fakeTokens();
      const attempts = fakeAttempts();
      const entrance = fakeEntrance({ memory, attempts, tokens, signIns });
      const access = {
        ...{ attempts, entrance, signIns, tokens, sessions: fakeSessions(tokens) },
        applications: fakeApplications(memory.audit),
      };
      const settings = {
        settings: fakeSettings(memory),
        templates: fakeTemplates(memory.audit),
        days: fakeDirectoryDays(memory),
        due: fakeDueAhead(memory),
        policyMark: fakePolicyMark(),
        digests: fakeDigests(),
        optionFiles: fakeOptionFiles(),
      };
      const keys = { earlierKeys: fakeEarlierKeys(memory), forgetKeys: async () => memory.keys.clear() };
      const others = {
        imports: fakeImports(memory),
        synchronization: fakeSynchronization(memory),
        batches: fakeMigrationBatches(memory),
        audits: fakeAudits(memory),
        ...settings,
      };
      return { ...by(defaultPolicy), ...others, ...access, ...keys, by };
    });
  });
  describe('in DynamoDB', () => {
    let dynoxide: Dynoxide;
    beforeAll(async () => {
      dynoxide = await startDynoxide();
    });
    afterAll(() => dynoxide.stop());
    suite(async () => {
      const { client, ...tables } = await dynoxide.makeTables();
      const by = (policy: Policy) => ({
        directory: directory(client, tables, policy),
        dates: dueDates(client, tables.directory, policy),
      });
      return {
        ...by(defaultPolicy),
        imports: imports(client, tables, defaultPolicy),
        synchronization: synchronization(client, tables, defaultPolicy),
        batches: migrationBatches(client, tables, defaultPolicy),
        audits: audits(client, tables.directory),
        settings: directorySettings(client, tables.directory, defaultPolicy),
        templates: userTemplates(client, tables.directory, defaultPolicy),
        ...sweepMarks(client, tables.directory),
        due: dueAhead(client, tables.directory),
        forgetKeys: async () => {
          const { Items = [] } = await client.send(new ScanCommand({ TableName: tables.directory }));
          for (const { pk, sk } of Items.filter((item) => String(item.pk).startsWith('KEY#'))) {
            await client.send(new DeleteCommand({ TableName: tables.directory, Key: { pk, sk } }));
          }
        },
        optionFiles: optionFiles(client, tables.imports),
        digests: digests(client, tables.directory, () => monday),
        by,
        applications: applications(client, tables.directory, defaultPolicy),
        attempts: signInAttempts(client, tables.directory),
        entrance: entrance(client, tables.directory),
        tokens: tokens(client, tables.directory),
        sessions: sessions(client, tables.directory),
        signIns: {
          ...signInWrites(client, tables.directory, defaultPolicy),
          ...signInReads(client, tables.directory),
        },
      };
    });
  });
};

/** Everything that an iterable gives, piece by piece. */
export const gathered = async <Piece>(pieces: AsyncIterable<Piece>): Promise<Piece[]> => {
  const all: Piece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
};
