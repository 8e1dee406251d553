/**
 * Makes a template one that the emulator of AWS can run: the file and the emulator's address are its arguments.
 *
 * Three rights that the emulator asks for and AWS does not: one for sending to queues in batches, which in AWS is the same
 * as for sending, one for batches of statements, of which AWS asks for the right to each, and one on every identity, since it does not see of which one a mail is sent.
 * Three conditions of which it does not know the keys, so that it would take them for missing: whose partitions an item is
 * in, the sender of a mail, and the header of an upload. The local engine judges them.
 * And the API's own address, which resolves nowhere there (.ci/deploy-emulator): functions are told of its path instead.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [file, endpoint] = process.argv.slice(2);
const unknownKeys = ['dynamodb:LeadingKeys', 'ses:FromAddress', 's3:if-none-match'];
const isUnknown = (condition) => unknownKeys.some((key) => JSON.stringify(condition ?? {}).includes(key));
const adapted = (name, statement) => {
  if (Array.isArray(statement) && name === 'Statement') {
    statement = statement.filter(({ Effect, Condition }) => Effect === 'Allow' || !isUnknown(Condition));
    for (const one of statement) if (isUnknown(one.Condition)) delete one.Condition;
  }
  if (name === 'API_URL') {
    const [api] = statement['Fn::GetAtt'];
    return { 'Fn::Join': ['', [`${endpoint}/_aws/execute-api/`, { Ref: api }, '/$default']] };
  }
  if (name === 'Statement' && JSON.stringify(statement).includes('dynamodb:PartiQLUpdate')) {
    // It does not see which tables a batch is about.
    return [...statement, { Effect: 'Allow', Action: 'dynamodb:BatchExecuteStatement', Resource: '*' }];
  }
  const actions = [statement?.Action].flat();
  if (actions.includes('sqs:SendMessage')) return { ...statement, Action: [...actions, 'sqs:SendMessageBatch'] };
  return actions.includes('ses:SendEmail') ? { ...statement, Resource: '*' } : statement;
};
writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'), adapted)));
