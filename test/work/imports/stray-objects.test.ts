/** Whatever is put into the import bucket and not taken is told, in few mails. */
import { newSystem } from './system.ts';

const setup = () => {
  const system = newSystem();
  const mails = () => system.post.sent.map(({ to, subject }) => [to.join(), subject]);
  return { ...system, system, mails };
};

test('an object of no agreed ending is told to administrators, with its name and what to do', async () => {
  const { system, mails, post } = setup();
  system.ports.organisation = { ...system.organisation, technicalMails: ['it@contoso.com'] };
  await system.announce('hr/letter.docx', 'PK');
  await system.drain();
  expect(mails()).toEqual([['admin@contoso.com,it@contoso.com', '1 file in the import bucket was not imported']]);
  expect(post.sent[0]?.text).toContain('hr/letter.docx');
  expect(post.sent[0]?.text).toContain('save it as .csv or .xlsx');
});

test('a flood is two mails, however often each is announced: one at once, one a quarter of an hour later', async () => {
  const { system, mails } = setup();
  const announce = async (from: number) => {
    for (let n = from; n < from + 200; n += 1) await system.announce(`scan-${n}.pdf`, 'PDF', '1');
  };
  await announce(0);
  await system.drain({ twice: true });
  await announce(0);
  await announce(200);
  await system.drain();
  for (let quarter = 0; quarter < 3; quarter += 1) {
    system.clock.pass({ minutes: 15 });
    await system.ports.queues.sweeps([{ kind: 'sweep' }]);
    await system.drain();
  }
  expect(mails().map(([, subject]) => subject)).toEqual([
    '200 files in the import bucket were not imported',
    '200 files in the import bucket were not imported',
  ]);
});

test('options are silent when their file comes, and told after a day when none does', async () => {
  const { system, mails } = setup();
  await system.announce('used.options.json', '{}');
  system.files.putOptions('used.options.json', '{}');
  await system.announce('unused.options.json', '{}');
  await system.announce('used.csv', 'User Name,Display Name\nada@contoso.com,Ada\n');
  await system.drain();
  const before = mails().length;
  for (let hours = 0; hours < 30; hours += 1) {
    system.clock.pass({ minutes: 60 });
    await system.ports.queues.sweeps([{ kind: 'sweep' }]);
    await system.drain();
  }
  const later = mails().slice(before);
  expect(later.map(([, subject]) => subject)).toContain('1 file of options has lain unused for a day');
  expect(system.post.sent.filter(({ text }) => text.includes('unused.options.json'))).toHaveLength(1);
  expect(system.post.sent.filter(({ text }) => /\bused\.options\.json/.test(text))).toEqual([]);
});

test('an old workbook is an import that fails, and says how to save it', async () => {
  const { system, post } = setup();
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(600)]);
  await system.announce('old.xls', old);
  await system.drain();
  expect(post.sent.map(({ subject }) => subject)).toEqual(['old.xls was not imported']);
  expect(post.sent[0]?.text).toContain('.xlsx');
});
