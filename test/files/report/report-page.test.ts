import { parse } from 'csv-parse/sync';
import { pageHeadings, pageLine } from '../../../shared/files/report/report-page.ts';

const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

test('the headings follow a byte order mark, and a line has a cell for each', () => {
  expect(pageHeadings()).toBe('\ufeffRow,User name,Outcome,Code,Message,Changes\r\n');
  const line = pageLine({ rowNumber: 7, userName: 'ada@contoso.com', outcome: 'created' });
  expect(line).toBe('7,ada@contoso.com,created,,,\r\n');
});

test('changes stand in one cell, each from what to what', () => {
  const changes = [
    { property: 'city', from: 'Delft', to: '\'s-Hertogenbosch, "Den Bosch"' },
    { property: 'department', to: 'Sales' },
    { property: 'otherMails', from: ['a@example.net', 'b@example.net'] },
    { property: 'accountEnabled', from: true, to: false },
  ];
  const [row] = read(pageHeadings() + pageLine({ rowNumber: 1, userName: 'ada', outcome: 'updated', changes }));
  expect(row?.Changes).toBe(
    'city: Delft -> \'s-Hertogenbosch, "Den Bosch"; department:  -> Sales; otherMails: a@example.net, b@example.net -> ; accountEnabled: true -> false',
  );
});

test('nothing can run as a formula', () => {
  const line = pageLine({ rowNumber: 1, userName: '=cmd()', outcome: 'refused', message: '+1' });
  expect(read(pageHeadings() + line)[0]).toMatchObject({ 'User name': "'=cmd()", Message: "'+1" });
});
