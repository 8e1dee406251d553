import fc from 'fast-check';
import { columns as allColumns } from '../../../shared/domain/dialects/columns.ts';
import { recogniseHeadings } from '../../../shared/domain/dialects/headings.ts';
import { proposedColumns } from '../../../shared/domain/dialects/propose-mapping.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { importOptions } from '../../../shared/messages/import-options.ts';

const proposed = (...headings: string[]) =>
  JSON.parse(
    proposedColumns(
      headings,
      headings.map(() => undefined),
    ),
  ).columns as Record<string, string>;

test.each([
  ['Usr Name', 'userPrincipalName'],
  ['Dispaly name', 'displayName'],
  ['Familienname (Rufname)', 'surname'],
  ['Abteilungsbezeichnung', 'department'],
  ['Mobile phone number (work)', 'mobilePhone'],
  ['Corporate mail', 'userPrincipalName'],
  ['Initial passwort', 'foreignPassword'],
  ['Shoe size', 'ignored'],
])('%s is guessed to be %s', (heading, property) => {
  expect(proposed(heading)).toEqual({ [heading]: property, '*': 'ignored' });
});

test('no property is proposed twice, nor one that a heading has already', () => {
  expect(proposed('Dispaly name', 'Display nam')).toEqual({
    'Dispaly name': 'displayName',
    'Display nam': 'ignored',
    '*': 'ignored',
  });
  expect(proposedColumns(['Display Name', 'Dispaly name'], ['displayName', undefined])).toBe(
    '{"columns":{"Dispaly name":"ignored","*":"ignored"}}',
  );
});

test('of many headings only the guesses are named, and the proposal stays short', () => {
  const many = Array.from({ length: 199 }, (_, index) => `${index} nobody knows what this is`);
  expect(proposed(...many, 'Usr Name')).toEqual({ 'Usr Name': 'userPrincipalName', '*': 'ignored' });
});

test('whatever the headings, the proposal is short, can be pasted, and is taken', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 256 }), { maxLength: 40 }),
      (names) => {
        const headings = names.map((name) => name.trim()).filter((name) => name !== '');
        const text = proposedColumns(
          headings,
          headings.map(() => undefined),
        );
        expect(text.length).toBeLessThanOrEqual(1500);
        const options = JSON.parse(text);
        expect(importOptions.safeParse(options).success).toBe(true);
        for (const property of Object.values(options.columns)) expect(allColumns).toContain(property);
        try {
          recogniseHeadings(headings, { mapping: options.columns });
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          // What is missing, or stands there twice, no proposal can add or choose.
          const codes = error.refusals.map(({ code }) => code);
          expect(codes.filter((code) => !['HeadingMissing', 'DuplicateHeadings'].includes(code))).toEqual([]);
        }
      },
    ),
  );
});
