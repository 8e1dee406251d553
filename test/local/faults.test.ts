/** What goes wrong: by chance that can be had again, and in every place once. */
import { faultPlan } from '../../infra/local/faults/fault-plan.ts';
import { createFaults, type EndangeredCall } from '../../infra/local/faults/faults.ts';

const call = (more: Partial<EndangeredCall> = {}): EndangeredCall => ({
  function: 'create-user',
  operation: 'dynamodb:GetItem',
  resource: 'People',
  invocation: undefined,
  ...more,
});

const planned = (plan: object) => {
  const faults = createFaults();
  faults.plan(faultPlan.parse(plan));
  return faults;
};

const hundred = (plan: object) => {
  const faults = planned(plan);
  return Array.from({ length: 100 }, () => faults.ofCall(call()));
};

describe('chance', () => {
  const rules = [{ does: 'throttle', share: 0.3 }];

  test('the same seed decides the same, and another one otherwise', () => {
    expect(hundred({ seed: 1, rules })).toEqual(hundred({ seed: 1, rules }));
    expect(hundred({ seed: 1, rules })).not.toEqual(hundred({ seed: 2, rules }));
  });

  test('a share is that of many', () => {
    const befallen = hundred({ seed: 1, rules }).filter((fault) => fault === 'throttle').length;
    expect(befallen).toBeGreaterThan(15);
    expect(befallen).toBeLessThan(45);
  });

  test('a seed that was not given is told, so that the run can be had again', () => {
    const faults = createFaults();
    const { seed } = faults.plan(faultPlan.parse({ rules }));
    const first = Array.from({ length: 50 }, () => faults.ofCall(call()));
    expect(hundred({ seed, rules }).slice(0, 50)).toEqual(first);
  });

  test('one rule less changes nothing of the others', () => {
    const other = { does: 'conflict', operation: 'dynamodb:TransactWriteItems', share: 0.5 };
    expect(hundred({ seed: 1, rules: [...rules, other] })).toEqual(hundred({ seed: 1, rules }));
  });
});

describe('whom a rule concerns', () => {
  test('a function, an operation, a service', () => {
    const faults = planned({
      rules: [
        { does: 'fail', function: 'sign-in' },
        { does: 'throttle', operation: 'dynamodb:PutItem' },
        { does: 'loseAnswer', operation: 'sqs' },
      ],
    });
    expect(faults.ofCall(call({ function: 'sign-in' }))).toBe('fail');
    expect(faults.ofCall(call({ operation: 'dynamodb:PutItem' }))).toBe('throttle');
    expect(faults.ofCall(call({ operation: 'sqs:SendMessage' }))).toBe('loseAnswer');
    expect(faults.ofCall(call())).toBeUndefined();
  });

  test('some befall some operations only', () => {
    const faults = planned({ rules: [{ does: 'conflict' }, { does: 'reject' }] });
    expect(faults.ofCall(call())).toBeUndefined();
    expect(faults.ofCall(call({ operation: 'dynamodb:TransactWriteItems' }))).toBe('conflict');
    expect(faults.ofCall(call({ operation: 'ses:SendEmail' }))).toBe('reject');
  });

  test('so many times and no more; they are counted', () => {
    const faults = planned({ rules: [{ does: 'fail', times: 2 }] });
    expect([1, 2, 3].map(() => faults.ofCall(call()))).toEqual(['fail', 'fail', undefined]);
    expect(faults.report().injected).toEqual({ 'fail create-user dynamodb:GetItem': 2 });
  });

  test('deliveries and events', () => {
    const faults = planned({
      rules: [
        { does: 'deliverLate', function: 'sign-in', seconds: 7 },
        { does: 'sendTwice', times: 1 },
      ],
    });
    expect(faults.ofDelivery('create-user')).toBeUndefined();
    expect(faults.ofDelivery('sign-in')).toEqual({ does: 'deliverLate', seconds: 7 });
    expect([faults.isSentTwice(), faults.isSentTwice()]).toEqual([true, false]);
    expect(faults.ofCall(call())).toBeUndefined();
  });
});

describe('each call once', () => {
  const rules = [
    { does: 'dieBefore', eachCallOnce: true },
    { does: 'dieAfter', eachCallOnce: true },
  ];

  test('each place in an invocation, by each of the rules', () => {
    const faults = planned({ rules });
    const invocation = (name: string) => [1, 2].map(() => faults.ofCall(call({ invocation: name })));
    expect(invocation('a')).toEqual(['dieBefore', 'dieBefore']);
    expect(invocation('b')).toEqual(['dieAfter', 'dieAfter']);
    expect(invocation('c')).toEqual([undefined, undefined]);
  });

  test('a loop is one place from its fifth call on', () => {
    const faults = planned({ rules: rules.slice(0, 1) });
    const fates = Array.from({ length: 9 }, () => faults.ofCall(call({ invocation: 'a' })));
    expect(fates.filter((fate) => fate === 'dieBefore')).toHaveLength(5);
  });
});

test('nothing goes wrong without a plan, nor after an empty one', () => {
  expect(createFaults().ofCall(call())).toBeUndefined();
  const faults = planned({ rules: [{ does: 'fail' }] });
  faults.plan(faultPlan.parse({}));
  expect(faults.ofCall(call())).toBeUndefined();
  expect(faults.report()).toMatchObject({ rules: [], injected: {} });
});

test.each([
  [{ rules: [{ does: 'explode' }] }],
  [{ rules: [{ does: 'fail', share: 2 }] }],
  [{ rules: [{ does: 'sendTwice', operation: 'ses' }] }],
  [{ seed: -1 }],
  [{ rule: [] }],
])('%j is no plan', (plan) => {
  expect(faultPlan.safeParse(plan).success).toBe(false);
});
