/** What the client leaves out of the SDK's own stack. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '../../../shared/aws/dynamodb/document-client.ts';

const logger = /^loggerMiddleware/;

test('the client has no logger, which the SDK puts into each under a name that this release of it knows', () => {
  expect(new DynamoDBClient({}).middlewareStack.identify()).toContainEqual(expect.stringMatching(logger));
  expect(documentClient().middlewareStack.identify()).not.toContainEqual(expect.stringMatching(logger));
});
