/** People come to exist once, each with a name that nobody else has. */
import { chunkResult, e3, ems, idOf, job, person } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  const setup = async () => {
    const stores = await open();
    const add = (...people: ReturnType<typeof person>[]) => stores.directory.addPeople({ people, seatsFrom: 'free' });
    return { ...stores, add };
  };
  const nothingLost = { kind: 'lost', nameTaken: [], alreadyAdded: [], short: [], resultRecorded: false };

  test('a person is read back as it was added, by id and by name in any case', async () => {
    const { directory, add } = await setup();
    const ada = person('Ada', { otherMails: ['ada@example.net'], usageLocation: 'NL', state: 'ZH' });
    expect(await add(ada)).toEqual({ kind: 'added' });
    expect(await directory.readPeople([ada.id, idOf('nobody'), ada.id])).toEqual([ada, ada]);
    expect(await directory.findByUserName(' aDA@contoso.COM')).toEqual(ada);
    expect(await directory.findByUserName('bob@contoso.com')).toBeUndefined();
    expect(await directory.holdersOf(['ADA@contoso.com', 'bob@contoso.com'])).toEqual(
      new Map([['ada@contoso.com', ada.id]]),
    );
  });

  test('a name has one holder, whatever its case; the loser is told, and nothing of it is written', async () => {
    const { directory, add } = await setup();
    const [first, second] = [person('ada'), person('ADA', { id: idOf('another') })];
    await add(first);
    expect(await add(second)).toMatchObject({ ...nothingLost, nameTaken: [second.id] });
    expect(await directory.readPeople([second.id])).toEqual([]);
    expect(await directory.findByUserName('ada@contoso.com')).toEqual(first);
  });

  test('all are added or none, and only those in the way are named', async () => {
    const { directory, add } = await setup();
    const [ada, bob] = [person('ada'), person('bob')];
    await add(ada, bob);
    const [again, rival, carl] = [ada, person('bob', { id: idOf('rival') }), person('carl')];
    expect(await add(again, rival, carl)).toMatchObject({
      ...nothingLost,
      alreadyAdded: [ada.id],
      nameTaken: [rival.id],
    });
    expect(await directory.findByUserName('carl@contoso.com')).toBeUndefined();
    expect(await add(carl)).toEqual({ kind: 'added' });
  });

  test('of many who want one name at once, one gets it', async () => {
    const { directory, add } = await setup();
    const rivals = Array.from({ length: 12 }, (_, index) => person('ada', { id: idOf(`rival ${index}`) }));
    const outcomes = await Promise.all(rivals.map((one) => add(one)));
    const winners = rivals.filter((_, index) => outcomes[index]?.kind === 'added');
    expect(winners).toHaveLength(1);
    expect(await directory.findByUserName('ada@contoso.com')).toEqual(winners[0]);
    const told = outcomes.flatMap((outcome) => (outcome.kind === 'lost' ? outcome.nameTaken : []));
    expect(told.sort()).toEqual(
      rivals
        .filter((one) => !winners.includes(one))
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('one person by HTTP and by chunk at once: one is made, the other told', async () => {
    const { imports, directory } = await setup();
    const { id: importId } = await imports.begin(job());
    const [byHttp, byChunk] = [person('ada'), person('ada', { id: idOf('row') })];
    const [http, chunk] = await Promise.all([
      directory.addPeople({ people: [byHttp], seatsFrom: 'free' }),
      directory.addPeople({ people: [byChunk], seatsFrom: 'reserved', result: chunkResult(importId, 1, 1) }),
    ]);
    expect([http.kind, chunk.kind].sort()).toEqual(['added', 'lost']);
    const winner = http.kind === 'added' ? byHttp : byChunk;
    expect(await directory.findByUserName('ada@contoso.com')).toEqual(winner);
    expect((await imports.progress(importId)).chunks).toBe(chunk.kind === 'added' ? 1 : 0);
  });

  test('49 people at once, each waiting for nothing, fit one write with their result', async () => {
    const { imports, directory } = await setup();
    const { id: importId } = await imports.begin(job());
    const people = Array.from({ length: 49 }, (_, index) => person(`p${index + 1}`, { usageLocation: 'NL' }));
    const result = chunkResult(importId, 1, 49, { seats: { [e3.skuId]: 2, [ems.skuId]: 1 } });
    expect(await directory.addPeople({ people, seatsFrom: 'reserved', result })).toEqual({ kind: 'added' });
    expect(await directory.readPeople(people.map(({ id }) => id))).toEqual(people);
  });
});
