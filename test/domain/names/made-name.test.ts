import fc from 'fast-check';
import { madeName, numberedName } from '../../../shared/domain/names/made-name.ts';
import { nameReadingOf } from '../../../shared/domain/names/name-reading.ts';
import { userNamePattern } from '../../../shared/domain/names/user-name-pattern.ts';
import type { Draft } from '../../../shared/domain/people/draft.ts';
import { checkUserName } from '../../../shared/domain/user-name.ts';
import { loadReadChinese } from '../../../shared/work/imports/plan/read-chinese.ts';

const readChinese = await loadReadChinese();
const english = { preferredLanguage: 'en', isJapanese: false };
const usual = '{givenName}.{surname}@contoso.com';

const made = (draft: Draft, pattern = usual, setting: Parameters<typeof nameReadingOf>[1] = english) => {
  const name = madeName(draft, userNamePattern(pattern, ['contoso.com']), {
    ...nameReadingOf(draft, setting),
    readChinese,
  });
  return 'localPart' in name ? name.localPart : name.refusal;
};

test.each<[string, string, string]>([
  ['Pat', 'Doe', 'pat.doe'],
  ['Łukasz', 'Żółć', 'lukasz.zolc'],
  ['Ayşe', 'Çelik', 'ayse.celik'],
  ['İpek', 'Işık', 'ipek.isik'],
  ['Øystein', 'Ærø', 'oystein.aero'],
  ['Åsa', 'Sjöberg', 'asa.sjoberg'],
  ['Þór', 'Guðmundsson', 'thor.gudmundsson'],
  ['Jürgen-Peter', 'Müller', 'jurgen-peter.muller'],
  ['Straße', 'ẞ', 'strasse.ss'],
  ['Shaquille', "O'Neal", 'shaquille.oneal'],
  ['Shaquille', 'O’Neal', 'shaquille.oneal'],
  ['Juan', 'de la Cruz', 'juan.delacruz'],
  ['Mª José', 'Núñez y Ñandú', 'majose.nunezynandu'],
  ['Thị Ánh', 'Nguyễn Đặng', 'thianh.nguyendang'],
  ['Antoine', 'de Saint–Exupéry', 'antoine.desaint-exupery'],
  ['John', 'Smith, Jr. (MJ)', 'john.smithjrmj'],
  ['Ｊｏｈｎ', 'ﬁn', 'john.fin'],
  ['e\u0301mile', 'A\u030Aska', 'emile.aska'],
  ['Máhtte', 'Ŋávdin', 'mahtte.ngavdin'],
  ['Ада', 'Щербакова', 'ada.scherbakova'],
  ['Юрій', 'Хрущёв', 'yuriy.khruschyov'],
  ['Ευάγγελος', 'Παπαδοπούλου', 'evangelos.papadopoulou'],
  ['Ευτυχία', 'Μπακογιάννη', 'eftychia.bakogianni'],
  ['გიორგი', 'ბერიძე', 'giorgi.beridze'],
  ['伟', '张', 'wei.zhang'],
  ['娜娜', '欧阳', 'nana.ouyang'],
  ['布', '吕', 'bu.lyu'],
  ['子', '曾', 'zi.zeng'],
  ['田芳', '单', 'tianfang.shan'],
  ['大文', '陳', 'dawen.chen'],
])('%s %s is %s', (givenName, surname, name) => {
  expect(made({ givenName, surname })).toBe(name);
});

test.each<[Draft, Partial<typeof english> & { usageLocation?: string }, string]>([
  [{ preferredLanguage: 'de' }, {}, 'joerg.mueller'],
  [{ preferredLanguage: 'de-AT' }, { usageLocation: 'US' }, 'joerg.mueller'],
  [{ usageLocation: 'ch' }, {}, 'joerg.mueller'],
  [{}, { usageLocation: 'DE' }, 'joerg.mueller'],
  [{}, { preferredLanguage: 'de', usageLocation: 'US' }, 'joerg.mueller'],
  [{}, { usageLocation: 'SE' }, 'jorg.muller'],
  [{ usageLocation: 'SE' }, { preferredLanguage: 'de', usageLocation: 'DE' }, 'jorg.muller'],
  [{ preferredLanguage: 'sv' }, { preferredLanguage: 'de', usageLocation: 'DE' }, 'jorg.muller'],
  [{ preferredLanguage: 'den' }, {}, 'jorg.muller'],
])('Jörg Müller of %j in %j is %s', (own, setting, name) => {
  expect(made({ givenName: 'Jörg', surname: 'Müller', ...own }, usual, { ...english, ...setting })).toBe(name);
});

const japanese = { code: 'UserNameNotMade', target: 'surname', fact: expect.stringContaining('Mandarin') };

test.each<[string, Draft, { usageLocation?: string; isJapanese?: boolean }]>([
  ['the location', { usageLocation: 'JP' }, {}],
  ["the import's location", {}, { usageLocation: 'JP' }],
  ['the language', { preferredLanguage: 'ja-JP', usageLocation: 'CN' }, {}],
  ['kana in another name', { displayName: '鈴木 さくら' }, {}],
  ['kana in another row', {}, { isJapanese: true }],
  ['Korean', { preferredLanguage: 'ko' }, {}],
  ['Cantonese', { usageLocation: 'HK' }, {}],
  ['Cantonese by its language', { preferredLanguage: 'zh-Hant-HK' }, {}],
])('Chinese characters are not read as Mandarin: %s', (_, own, setting) => {
  const suzuki = { surname: '鈴木', ...own };
  expect(made(suzuki, '{surname}', { ...english, ...setting })).toMatchObject(japanese);
});

test('a Chinese language says more than a Japanese place', () => {
  expect(made({ surname: '张', usageLocation: 'JP', preferredLanguage: 'zh-Hans' }, '{surname}')).toBe('zhang');
});

test.each<[string, Draft, string, string]>([
  ['a missing surname', { givenName: 'Pat' }, 'surname', 'surname is missing'],
  ['a blank surname', { givenName: 'Pat', surname: '  ' }, 'surname', 'surname is missing'],
  ['an emoji', { givenName: 'Ada 🙂', surname: 'Doe' }, 'givenName', 'givenName has 🙂'],
  ['an emoji behind a letter that is spelled', { givenName: 'Ødd🙂', surname: 'Doe' }, 'givenName', 'givenName has 🙂'],
  ['Arabic', { givenName: 'محمد', surname: 'Doe' }, 'givenName', 'givenName has م'],
  ['Hebrew', { givenName: 'דוד', surname: 'Doe' }, 'givenName', 'givenName has ד'],
  ['Hangul', { givenName: '민준', surname: 'Kim' }, 'givenName', 'givenName has 민'],
  ['kana', { givenName: 'さくら', surname: 'Doe' }, 'givenName', 'givenName has さ'],
  ['a character of no reading', { givenName: 'Pat', surname: '㐂' }, 'surname', 'surname has 㐂'],
  ['an iteration mark', { givenName: 'Pat', surname: '佐々木' }, 'surname', 'surname has 佐'],
  ['a sign', { givenName: 'Pat & Kim', surname: 'Doe' }, 'givenName', 'givenName has &'],
  ['nothing but signs', { givenName: '(-)', surname: 'Doe' }, 'givenName', 'neither letters'],
])('%s makes no name', (_, draft, target, fact) => {
  expect(made(draft)).toEqual({ code: 'UserNameNotMade', target, fact: expect.stringContaining(fact) });
});

test.each<[string, string]>([
  ['{givenName:1}{surname}', 'pdoe-roe'],
  ['{surname:4}{GIVENNAME:2}', 'doepa'],
  ['{employeeId}', '00042_a'],
  ['{mailNickname}', 'p.doe'],
  ['X-{displayName}', 'x-patdoe'],
  ['{givenName}..{surname}.', 'pat.doe-roe'],
  ['.{givenName}', 'pat'],
])('%s is %s', (pattern, name) => {
  const pat = {
    givenName: 'Pat',
    surname: 'Doe-Roe',
    displayName: 'Pat Doe',
    employeeId: '00042_A',
    mailNickname: 'p.doe',
  };
  expect(made(pat, pattern)).toBe(name);
});

test('a second name has a number, of its own behind a digit, and within the length', () => {
  expect([1, 2, 10].map((number) => numberedName('pat.doe', number))).toEqual(['pat.doe', 'pat.doe2', 'pat.doe10']);
  expect(numberedName('1042', 2)).toBe('1042-2');
  expect(numberedName('x'.repeat(64), 123)).toBe(`${'x'.repeat(61)}123`);
});

const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(..."aZé.-_'’ 0ÄØßŁ张曾Дλბ🙂\u0301\u200d,"), maxLength: 80 }),
);

test('whatever a name is, what is made of it is a user name, lower case, and the same again', () => {
  const pattern = fc.constantFrom(usual, '{givenName:1}{surname}', '{mailNickname}', "x'{givenName}.-{employeeId}");
  const person = fc.record({ givenName: anyName, surname: anyName, mailNickname: anyName, employeeId: anyName });
  fc.assert(
    fc.property(pattern, person, fc.integer({ min: 1, max: 1_048_576 }), (text, draft, number) => {
      const name = made(draft, text);
      expect(made(draft, text)).toEqual(name);
      if (typeof name !== 'string') return;
      const numbered = numberedName(name, number);
      expect(checkUserName(`${numbered}@contoso.com`, ['contoso.com'])).toBeUndefined();
      expect(numbered).toBe(numbered.toLowerCase());
    }),
  );
});
