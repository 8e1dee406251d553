/** Hashes of other costs: verified by their own, bounded, and made anew at the next sign-in. */
import { randomBytes } from 'node:crypto';
import { costOf } from '../../../shared/work/passwords/hash-cost.ts';
import { hashChosenPassword, verifyPassword } from '../../../shared/work/passwords/password-hash.ts';
import { hashCheaply, verifyCheaply } from '../../fakes/cheap-hash.ts';
import { own, refusalOf, setup } from './sign-in-setup.ts';

test.each([
  { ln: 10, r: 8, p: 1 },
  { ln: 14, r: 8, p: 2 },
])('a hash of cost %j is verified at that cost (mistake 6)', async (cost) => {
  const phc = await hashChosenPassword(own, randomBytes(16), cost);
  expect(phc).toMatch(`$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$`);
  expect(await verifyPassword(own, phc, hashChosenPassword)).toBe(true);
  expect(await verifyPassword('another', phc, hashChosenPassword)).toBe(false);
});

test.each([
  ['ln=17,r=8,p=1', { ln: 17, r: 8, p: 1 }],
  ['ln=18,r=8,p=1', { ln: 18, r: 8, p: 1 }],
  ['ln=19,r=8,p=1', undefined],
  ['ln=17,r=8,p=9', undefined],
  ['ln=99,r=1,p=1', undefined],
  ['ln=0,r=1,p=1', undefined],
  ['ln=17,r=8', undefined],
])(
  'a cost of %s is taken up to twice the memory and four times the work of the present one (mistake 6)',
  (written, expected) => {
    expect(costOf(`$scrypt$${written}$c2FsdA$a2V5`)).toEqual(expected);
  },
);

test('a hash that costs more than a function has is not made, and is nobody\u2019s password (mistake 6)', async () => {
  const { alter, enter } = await setup();
  const absurd = (await hashCheaply(own)).replace('ln=1,', 'ln=30,');
  await expect(verifyPassword(own, absurd, hashChosenPassword)).rejects.toThrow('unknown password hash');
  alter('ada', (one) => ({ ...one, password: { ...one.password, hash: absurd } }));
  expect(await refusalOf(enter())).toBe('SignInFailed');
});

/** Ada with a hash of twice the cost that is the present one in tests. */
const withOldHash = async () => {
  const system = await setup();
  const hash = await hashCheaply(own, randomBytes(16), { ln: 2, r: 1, p: 1 });
  system.alter('ada', (one) => ({ ...one, password: { ...one.password, hash } }));
  return { ...system, hash };
};

test('an old hash is made anew at the next sign-in, in the write of its day (mistake 6)', async () => {
  const { enter, stored, hash, hashed, memory } = await withOldHash();
  const { version } = stored();
  expect((await enter()).kind).toBe('session');
  expect(stored().password.hash).toMatch(/^\$scrypt\$ln=1,r=1,p=1\$/);
  expect(stored()).toMatchObject({ version: version + 1, lastSignInDateTime: '2026-01-05T00:00:00.000Z' });
  expect(hashed).toHaveLength(2);
  expect(await verifyCheaply(own, stored().password.hash ?? '')).toBe(true);
  expect(stored().password.changedDateTime).toBe('2026-01-05T09:00:00.000Z');
  expect(memory.audit).toEqual([]);
  expect((await enter()).kind).toBe('session');
  expect(stored().version).toBe(version + 1);
  expect(hash).toContain('ln=2');
});

test('a wrong password renews nothing, and a password that was reset meanwhile stays what it is (mistake 6)', async () => {
  const { enter, stored, hash, ports, reset } = await withOldHash();
  expect(await refusalOf(enter('ada', 'wrong'))).toBe('SignInFailed');
  expect(stored().password.hash).toBe(hash);
  const { open } = ports.entrance;
  ports.entrance = {
    ...ports.entrance,
    open: async (opening) => {
      ports.entrance.open = open;
      await reset({ show: true });
      return open(opening);
    },
  };
  await enter();
  expect(stored().password.hash).toMatch(/^\$sha256\$/);
});
