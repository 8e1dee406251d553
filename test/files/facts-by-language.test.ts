/** What a refusal found is told in the reader's language: every fact with words that is made of a row is known there. */

import type { RowOutcome } from '../../shared/domain/imports/import-progress.ts';
import { licenceNamed } from '../../shared/domain/licences/licence-names.ts';
import { madeName } from '../../shared/domain/names/made-name.ts';
import { nameReadingOf } from '../../shared/domain/names/name-reading.ts';
import { userNamePattern } from '../../shared/domain/names/user-name-pattern.ts';
import { countryNamed } from '../../shared/domain/people/country-named.ts';
import type { Draft } from '../../shared/domain/people/draft.ts';
import { addressRefusals, nicknameRefusals, textRefusals } from '../../shared/domain/people/profile-rules.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Refusal } from '../../shared/domain/refusals.ts';
import { rowRefusal } from '../../shared/mail/imports/row-refusal.ts';
import { facts } from '../../shared/refusals/facts/fact-texts.ts';
import { toldIn } from '../../shared/refusals/sentences-in.ts';
import { translated } from '../../shared/refusals/translated.ts';
import { loadReadChinese } from '../../shared/work/imports/plan/read-chinese.ts';
import { madeNameTaken } from '../../shared/work/imports/rows/made-names.ts';
import { matchRow } from '../../shared/work/imports/rows/match-row.ts';
import { asPlanned, type ComingRow, decision } from '../../shared/work/imports/rows/row-decision.ts';
import { read } from './reading.ts';

const ofSheets = async (): Promise<Refusal[]> => {
  const head = 'User Name,Display Name,Job Title,Office Number,Office Phone';
  const cells = ['=A1', '#UNCALCULATED!', '#REF!', '###', 'x\ufffd', '<clear>'];
  const rows = [
    ...cells.map((cell) => `a@contoso.com,${cell},,,`),
    ...[
      'a@contoso.com,Ada,,3.16E+11,',
      'a@contoso.com,Ada,,,2-Jan',
      'a@contoso.com,Ada,,,,x',
      'a@contoso.com,Ã–zil,,,',
    ],
  ];
  const texts = [
    `${head}\n${rows.join('\n')}\n`,
    'User Name,Display Name,City\nx@contoso.com,Two\nLines,Delft\n',
    ',User Name,Display Name\nTeam,a@contoso.com,Ada\n',
  ];
  const all = await Promise.all(texts.map(async (text) => (await read(text)).rows));
  return all.flat().flatMap(({ refusals = [] }) => [...refusals]);
};

const ofNames = async (): Promise<Refusal[]> => {
  const readChinese = await loadReadChinese();
  const drafts: Draft[] = [
    { surname: ' ' },
    { surname: 'محمد' },
    { surname: '鈴木', preferredLanguage: 'ja' },
    { surname: '(-)' },
  ];
  return drafts.flatMap((draft) => {
    const reading = nameReadingOf(draft, { preferredLanguage: 'en', isJapanese: false });
    const name = madeName(draft, userNamePattern('{surname}@contoso.com', ['contoso.com']), {
      ...reading,
      readChinese,
    });
    return 'refusal' in name ? [name.refusal] : [];
  });
};

const ofRules = (): Refusal[] => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);
  const free = { enabled: 1, free: 1, reserved: 0, carriesMailbox: true };
  const catalogue = [{ ...free, skuId: '1', skuPartNumber: 'ENTERPRISEPACK' }];
  return [
    ...nicknameRefusals({ mailNickname: 'a b' }),
    ...textRefusals({ city: 'Delft\u200b', businessPhones: many(99) }),
    ...addressRefusals(many(99), 'otherMails'),
    ...['EU', '276'].map((written): Refusal => ({ code: 'CountryUnknown', fact: countryNamed(written).fact ?? '' })),
    ...['E3', 'Gold'].map(
      (name): Refusal => ({ code: 'LicenceUnknown', fact: licenceNamed(name, catalogue).fact ?? '' }),
    ),
  ];
};

const ofDecisions = (): Refusal[] => {
  const row = { rowNumber: 1, userPrincipalName: 'ada2@contoso.com' } as ComingRow;
  const planned = (outcome: RowOutcome, userPrincipalName?: string) => ({
    ...row,
    planned: { outcome, ...(userPrincipalName !== undefined && { userPrincipalName }) },
  });
  const [ada, grace] = ['Ada', 'Grace'].map((displayName) => ({ id: displayName, displayName }) as Person);
  const conflict = ada && matchRow(undefined, { byName: grace, byKey: [ada] }).refusal;
  const changed = { changes: [{ property: 'city', from: 'Delft', to: 'Breda' }] };
  const decided = [
    asPlanned(planned('created', 'ada1@contoso.com') as ComingRow, decision(row, 'created')),
    asPlanned(planned('updated') as ComingRow, decision(row, 'updated', changed)),
  ];
  const taken = madeNameTaken(row, ada);
  return [
    ...(conflict ? [conflict] : []),
    ...decided.flatMap(({ result: { code, fact = '' } }) => (code ? [{ code: code as Refusal['code'], fact }] : [])),
    ...[taken, { ...taken, fact: `${taken.fact}; ada3@contoso.com is free` }],
    madeNameTaken(row, undefined),
  ];
};

/** By rules that need more than is at hand here: their facts are written once more. */
const elsewhere: Refusal[] = [
  { code: 'ValueInvalid', target: 'assignedLicenses', fact: 'at most 20 licences, and these are 21' },
  { code: 'EncodingMixed', target: 'Display Name', fact: '“JÃ¶rg” by windows-1252' },
];

test('each fact is told in each language, with all that it tells; in mails too', async () => {
  const all = [...(await ofSheets()), ...(await ofNames()), ...ofRules(), ...ofDecisions(), ...elsewhere];
  const seen = new Set(Object.keys(facts));
  for (const { code, target = 'jobTitle', fact = '' } of all) {
    const [name, form] = Object.entries(facts).find(([, one]) => one.test(fact)) ?? [];
    expect([fact, name]).toEqual([fact, expect.any(String)]);
    seen.delete(name ?? '');
    for (const language of ['nl', 'de', 'zh-Hans'] as const) {
      const told = translated[language].fact(fact);
      expect([language, fact, told]).not.toEqual([language, fact, fact]);
      const parts = (form?.exec(fact) ?? []).slice(1).filter((part) => part !== undefined && part !== 'somebody');
      for (const part of parts) expect(told).toContain(part);
      const { sentence } = await toldIn({ 'accept-language': language });
      expect(sentence({ code, target, fact })).toContain(told);
      expect(rowRefusal({ code, target, fact }, language)).toContain(told);
    }
  }
  expect([...seen]).toEqual([]);
});

test('what is known is told otherwise alone: a list that goes on, somebody, and a fact of another release', () => {
  const { fact } = translated.nl;
  expect(fact('Gold; it has A, B and 3 more')).toBe('Gold; wel zijn er: A, B en nog 3');
  expect(fact('somebody has ada@contoso.com; ada2@contoso.com is free')).toBe(
    'iemand heeft ada@contoso.com; ada2@contoso.com is vrij',
  );
  for (const other of ['fabrikam.com', '64', 'Nobody has written this yet.']) expect(fact(other)).toBe(other);
});
