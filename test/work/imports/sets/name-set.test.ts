/** Which names a file has had, as a Map would know it, in a fraction of its memory. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { NameSet } from '../../../../shared/work/imports/sets/name-set.ts';

test('it answers as a Map of canonical names does', () => {
  const name = fc.oneof(
    fc.constantFrom('ada@contoso.com', 'ADA@contoso.com', ' Ada@Contoso.com ', 'bob@contoso.com'),
    fc.emailAddress(),
    fc.integer({ min: 0, max: 40 }).map((n) => `p${n}@contoso.com`),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 300, size: 'max' }), (names) => {
      const [set, map] = [new NameSet(), new Map<string, number>()];
      names.forEach((text, index) => {
        const key = text.trim().toLowerCase();
        expect(set.add(text, index + 1)).toBe(map.get(key));
        if (!map.has(key)) map.set(key, index + 1);
      });
    }),
  );
});

/** Bytes of arrays that are still in use. */
const bytesInUse = async (): Promise<number> => {
  setFlagsFromString('--expose-gc');
  // What the first collection finds is given back in the background.
  for (let round = 0; round < 3; round += 1) {
    await setImmediate();
    runInNewContext('gc')();
  }
  return process.memoryUsage().arrayBuffers;
};

test('200,000 names are kept apart, in at most 32 bytes each (case 37)', async () => {
  const count = 200_000;
  const set = new NameSet();
  const before = await bytesInUse();
  for (let n = 1; n <= count; n += 1) if (set.add(`person.${n}@contoso.com`, n) !== undefined) throw new Error(`${n}`);
  const bytes = ((await bytesInUse()) - before) / count;
  expect(bytes).toBeLessThanOrEqual(33);
  for (let n = count; n >= 1; n -= 997) expect(set.add(`PERSON.${n}@contoso.com`, 1)).toBe(n);
});
