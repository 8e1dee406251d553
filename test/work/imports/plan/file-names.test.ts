import fc from 'fast-check';
import { userNamePattern } from '../../../../shared/domain/names/user-name-pattern.ts';
import type { Draft } from '../../../../shared/domain/people/draft.ts';
import { canonicalUserName, checkUserName } from '../../../../shared/domain/user-name.ts';
import { FileNames } from '../../../../shared/work/imports/plan/file-names.ts';
import { MakeName } from '../../../../shared/work/imports/plan/make-name.ts';
import { loadReadChinese } from '../../../../shared/work/imports/plan/read-chinese.ts';
import { NameSketch } from '../../../../shared/work/imports/sets/name-sketch.ts';

const readChinese = await loadReadChinese();

type Named = { stated?: string; code?: string; made?: string; base?: string; place?: number };

const namesOf = (drafts: readonly Draft[], pattern = '{givenName}.{surname}@contoso.com') => {
  const names = new FileNames(
    new MakeName(userNamePattern(pattern, ['contoso.com']), { preferredLanguage: 'en' }, readChinese),
  );
  for (const draft of drafts) names.note(draft);
  return drafts.map((draft, index): Named => {
    if (draft.userPrincipalName !== undefined) return { stated: draft.userPrincipalName };
    const given = names.give(draft, index + 1);
    return 'refusal' in given ? { code: given.refusal.code } : { made: given.userPrincipalName, ...given.made };
  });
};

const madeOf = (drafts: readonly Draft[], pattern?: string) =>
  namesOf(drafts, pattern).map(({ made = '' }) => made.split('@')[0]);

const pat = (surname: string): Draft => ({ givenName: 'Pat', surname });

test('names are numbered in the order of the rows, around those that others have', () => {
  expect(madeOf([pat('Doe'), pat('doe'), pat('Doe3'), pat('DÖE'), pat('Doe')])).toEqual([
    'pat.doe',
    'pat.doe2',
    'pat.doe3',
    'pat.doe4',
    'pat.doe5',
  ]);
  const stated = { userPrincipalName: 'PAT.DOE@contoso.com' };
  expect(madeOf([pat('Doe'), pat('Doe'), stated])).toEqual(['pat.doe2', 'pat.doe3', '']);
  expect(madeOf([pat('Doe'), pat('Doe2'), pat('Doe2')])).toEqual(['pat.doe', 'pat.doe2', 'pat.doe2-2']);
  expect(madeOf([pat('Doe'), { userPrincipalName: 'pat.doe@example.com' }])).toEqual(['pat.doe', '']);
});

test('names that are cut short are numbered as well', () => {
  const long = 'x'.repeat(80);
  const names = madeOf([pat(long), pat(`${long}y`), pat(long)]);
  expect(new Set(names).size).toBe(3);
  expect(names.map((name) => name?.length)).toEqual([64, 64, 64]);
});

test('names that are the same once they are cut for their number are told apart', () => {
  const [one, other] = [pat(`${'x'.repeat(59)}a`), pat(`${'x'.repeat(59)}b`)];
  const names = madeOf([one, one, other, other]);
  expect(names[1]).toMatch(/x2$/);
  expect(new Set(names).size).toBe(4);
});

test('each row knows what was made of it, and the how many-th it is', () => {
  expect(namesOf([pat('Doe'), pat('Doe')])[1]).toEqual({
    made: 'pat.doe2@contoso.com',
    base: 'pat.doe@contoso.com',
    place: 2,
  });
});

test('a file with a name in kana is Japanese', () => {
  expect(
    namesOf([
      { givenName: 'A', surname: '鈴木' },
      { givenName: 'さくら', surname: 'B' },
    ])[0],
  ).toEqual({
    code: 'UserNameNotMade',
  });
  expect(madeOf([{ givenName: '伟', surname: '张' }])).toEqual(['wei.zhang']);
});

const letters = fc.constantFrom(...'aAb2É-._ 张🙂ア');
const draft = fc.record(
  {
    givenName: fc.string({ unit: letters, maxLength: 3 }),
    surname: fc.string({ unit: letters, maxLength: 3 }),
    userPrincipalName: fc.option(
      fc
        .string({ unit: fc.constantFrom('a', 'b', '2', '.'), minLength: 1, maxLength: 4 })
        .map((name) => `${name}@contoso.com`),
      { nil: undefined, freq: 4 },
    ),
  },
  { requiredKeys: ['givenName', 'surname'] },
) as fc.Arbitrary<Draft>;

test('whoever the people are, their names are unique, legal and the same again; stated ones stay', () => {
  const pattern = fc.constantFrom('{givenName}{surname}', '{givenName:1}.{surname}', '{surname}');
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 40 }), pattern, (drafts, text) => {
      const names = namesOf(drafts, text);
      expect(namesOf(drafts, text)).toEqual(names);
      const made = names.flatMap((name) => name.made ?? []);
      const stated = names.flatMap((name) => (name.stated === undefined ? [] : canonicalUserName(name.stated)));
      expect(new Set(made).size).toBe(made.length);
      expect(made.filter((name) => stated.includes(name))).toEqual([]);
      expect(made.flatMap((name) => checkUserName(name, ['contoso.com']) ?? [])).toEqual([]);
    }),
  );
});

test('a million people of one name have one each, in time that does not grow with them', () => {
  const names = new FileNames(
    new MakeName(userNamePattern('{surname}', ['contoso.com']), { preferredLanguage: 'en' }, readChinese),
  );
  const li = { surname: '李' };
  names.note(li);
  let last = names.give(li, 1);
  for (let n = 2; n <= 200_000; n += 1) last = names.give(li, n);
  expect(last).toMatchObject({ userPrincipalName: 'li200000@contoso.com' });
});

test('a sketch has every name of its file, and few others', () => {
  const sketch = new NameSketch();
  for (let n = 0; n < 10_000; n += 1) sketch.add(`person${n}@contoso.com`);
  const { name, bytes } = sketch.encode();
  const read = NameSketch.decode(bytes);
  const count = (first: number) =>
    Array.from({ length: 10_000 }, (_, n) => read.has(`PERSON${first + n}@contoso.com`)).filter(Boolean).length;
  expect(count(0)).toBe(10_000);
  expect(count(10_000)).toBeLessThan(100);
  expect(bytes.length).toBeLessThan(40_000);
  expect(name).toMatch(/^[0-9a-f]{32}$/);
});
