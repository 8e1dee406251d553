/** The implementations of the ports to the stores, so that one suite is held against each. */
import { applications } from '../../shared/aws/applications.ts';
import { directory } from '../../shared/aws/directory.ts';
import { imports } from '../../shared/aws/imports.ts';
import { defaultPolicy } from '../../shared/policy.ts';
import type { Applications } from '../../shared/work/applications.ts';
import type { Directory } from '../../shared/work/directory.ts';
import type { Imports } from '../../shared/work/imports.ts';
import { fakeApplications } from '../fakes/applications.ts';
import { fakeDirectory } from '../fakes/directory.ts';
import { fakeImports } from '../fakes/imports.ts';
import { newMemory } from '../fakes/memory.ts';
import { type Dynoxide, startDynoxide } from './dynoxide.ts';

export type Stores = { directory: Directory; imports: Imports; applications: Applications };

/** Runs a suite on the fakes and on the adapters, each test with empty stores of its own. */
export const onEveryStore = (suite: (open: () => Promise<Stores>) => void): void => {
  describe('in memory', () => {
    suite(async () => {
      const memory = newMemory();
      return {
        directory: fakeDirectory(memory),
        imports: fakeImports(memory),
        applications: fakeApplications(memory.audit),
      };
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
      return {
        directory: directory(client, tables, defaultPolicy),
        imports: imports(client, tables),
        applications: applications(client, tables.directory),
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
