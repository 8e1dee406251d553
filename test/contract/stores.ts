/** The implementations of the ports to the stores, so that one suite is held against each. */
import { directory } from '../../shared/aws/directory.ts';
import { imports } from '../../shared/aws/imports.ts';
import { signInAttempts } from '../../shared/aws/sign-in-attempts.ts';
import { tokens } from '../../shared/aws/tokens.ts';
import { defaultPolicy } from '../../shared/policy.ts';
import type { Directory } from '../../shared/work/directory.ts';
import type { Imports } from '../../shared/work/imports.ts';
import type { AttemptStore } from '../../shared/work/sign-in-attempts.ts';
import type { Tokens } from '../../shared/work/tokens.ts';
import { fakeAttempts } from '../fakes/attempts.ts';
import { fakeDirectory } from '../fakes/directory.ts';
import { fakeImports } from '../fakes/imports.ts';
import { newMemory } from '../fakes/memory.ts';
import { fakeTokens } from '../fakes/tokens.ts';
import { type Dynoxide, startDynoxide } from './dynoxide.ts';

export type Stores = { directory: Directory; imports: Imports; attempts: AttemptStore; tokens: Tokens };

/** Runs a suite on the fakes and on the adapters, each test with empty stores of its own. */
export const onEveryStore = (suite: (open: () => Promise<Stores>) => void): void => {
  describe('in memory', () => {
    suite(async () => {
      const memory = newMemory();
      return {
        directory: fakeDirectory(memory),
        imports: fakeImports(memory),
        attempts: fakeAttempts(),
        tokens: fakeTokens(),
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
        attempts: signInAttempts(client, tables.directory),
        tokens: tokens(client, tables.directory),
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
