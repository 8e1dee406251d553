/**
 * Looks at the two stages of .ci/second-stage, as operators and people do. `before` the second is removed: they have nothing
 * in common, and each has a person of the same name. `after`: the first has lost nothing, and of the second remains what is
 * kept on purpose.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';

const [moment, file] = process.argv.slice(2);
const kept = `${file}.first`;
const endpoint = process.env.AWS_ENDPOINT_URL;
const { Muster: first } = JSON.parse(readFileSync(`${process.env.MUSTER_DATA}/outputs.json`, 'utf8'));
const { 'Muster-second': second } = JSON.parse(readFileSync(file, 'utf8'));
const clients = { dynamodb: new DynamoDBClient(), sqs: new SQSClient(), s3: new S3Client() };

/** As an operator does: by the stack's name alone. */
const tokenOf = (stack) =>
  execFileSync(
    process.execPath,
    ['clients/mint-token.ts', '--stack', stack, '--name', 'CI', '--role', 'Global Administrator'],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  ).trim();

/** The API's own host name resolves nowhere: the same API has a path. */
const pathOf = (url) =>
  url.startsWith(endpoint) ? url : `${endpoint}/_aws/execute-api/${/^https?:..([^.]+)/.exec(url)[1]}/$default`;

const ask = async ({ ApiUrl }, token, method, path, body) => {
  const answer = await fetch(pathOf(ApiUrl) + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : {} };
};

const addTo = async (outputs, token) => {
  const userPrincipalName = 'stage.person@contoso.com';
  const person = {
    displayName: 'Stage Person',
    userPrincipalName,
    usageLocation: 'NL',
    otherMails: ['stage@example.com'],
  };
  const { status, body } = await ask(outputs, token, 'POST', '/v1.0/users', person);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
};

const isThere = async (client, command) => {
  try {
    await client.send(command);
    return true;
  } catch (error) {
    if (/NotFound|DoesNotExist|NonExistent|NoSuch/.test(error.name) || error.$metadata?.httpStatusCode === 404)
      return false;
    throw error;
  }
};
const ofStage = async (outputs) => ({
  tables: await Promise.all(
    [outputs.DirectoryTableName, outputs.ImportsTableName].map((TableName) =>
      isThere(clients.dynamodb, new DescribeTableCommand({ TableName })),
    ),
  ),
  buckets: await Promise.all(
    [outputs.ImportBucketName, outputs.ReportBucketName].map((Bucket) =>
      isThere(clients.s3, new HeadBucketCommand({ Bucket })),
    ),
  ),
  queues: await Promise.all(
    Object.entries(outputs)
      .filter(([name]) => name.endsWith('QueueUrl'))
      .map(([, QueueUrl]) => isThere(clients.sqs, new GetQueueAttributesCommand({ QueueUrl }))),
  ),
});
const allThere = { tables: [true, true], buckets: [true, true], queues: Array(12).fill(true) };

if (moment === 'before') {
  const shared = Object.keys(first).filter((name) => first[name] === second[name]);
  assert.deepEqual(shared, [], 'outputs that both stages have');
  const [one, two] = [tokenOf('Muster'), tokenOf('Muster-second')];
  assert.equal((await ask(second, one, 'GET', '/v1.0/users')).status, 401, 'a token of the first stage at the second');
  const [id, other] = [await addTo(first, one), await addTo(second, two)];
  assert.notEqual(id, other);
  assert.equal(
    (await ask(second, two, 'GET', `/v1.0/users/${id}`)).status,
    404,
    'a person of the first stage at the second',
  );
  assert.deepEqual([await ofStage(first), await ofStage(second)], [allThere, allThere]);
  writeFileSync(kept, JSON.stringify({ id, token: one }), { mode: 0o600 });
} else {
  const { id, token } = JSON.parse(readFileSync(kept, 'utf8'));
  const gone = await new CloudFormationClient().send(new DescribeStacksCommand({ StackName: 'Muster-second' })).then(
    ({ Stacks }) => Stacks?.[0]?.StackStatus === 'DELETE_COMPLETE',
    () => true,
  );
  assert.ok(gone, 'the second stack is there');
  // People and files outlive their stack, on purpose.
  assert.deepEqual(await ofStage(second), { ...allThere, queues: Array(12).fill(false) });
  assert.deepEqual(await ofStage(first), allThere);
  assert.equal((await ask(first, token, 'GET', `/v1.0/users/${id}`)).body.displayName, 'Stage Person');
  assert.equal((await ask(first, token, 'DELETE', `/v1.0/users/${id}`)).status, 204);
}
