/** The functions' own DynamoDB client on a wire that loses answers, or answers in the service's place. */
import { text } from 'node:stream/consumers';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../shared/aws/dynamodb/document-client.ts';
import { environmentFor } from './dynoxide.ts';

/** What the service says instead of doing something: the name of an error, and for a transaction a code for each action. */
export type Refusal = { error: string; reasons?: readonly string[] };

/** How a request fares: it is done; it is done, and its answer lost; its caller dies of it; or it is refused. */
export type Fate = 'done' | 'answer lost' | 'caller dies' | Refusal;

/** A request as a test tells it from others: what it asks for, and how many came before it. */
export type Asked = { operation: string; before: number };

export type FaultyWire = {
  client: DynamoDBDocumentClient;
  /** Everything that was asked, in its order. */
  asked: { operation: string; body: { TransactItems?: unknown[]; ClientRequestToken?: string } }[];
  /** How requests fare from now on. */
  faresBy: (fate: FateOf) => void;
  /** Whether the service is at a request now: a clock that a test moves had better stand still then. */
  isAsking: () => boolean;
};

/** Decides how a request fares, and may do something before it does. */
type FateOf = (asked: Asked) => Fate | Promise<Fate>;

type Handler = { handle: (request: Request, options: unknown) => Promise<{ response: Response }> };
type Request = { headers: Record<string, string>; body?: string | Uint8Array };
type Response = { statusCode: number; headers: Record<string, string>; body: AsyncIterable<Uint8Array> };

/** A client that speaks with this endpoint over such a wire; all is done until it is told otherwise. */
export const faultyWire = (endpoint: string): FaultyWire => {
  const client = madeFor(endpoint);
  const config = client.config as unknown as { requestHandler: Handler };
  const service = config.requestHandler;
  const asked: FaultyWire['asked'] = [];
  let fateOf: FateOf = () => 'done';
  let asking = 0;
  /** The whole answer: its body has been read when this is done. */
  const ask = async (...call: Parameters<Handler['handle']>) => {
    asking += 1;
    try {
      const { response } = await service.handle(...call);
      return { response: { ...response, body: new Blob([await text(response.body)]).stream() } };
    } finally {
      asking -= 1;
    }
  };
  config.requestHandler = {
    handle: async (request, options) => {
      const operation = request.headers['x-amz-target']?.split('.')[1] ?? '';
      const before = asked.filter((one) => one.operation === operation).length;
      const body = JSON.parse(textOf(request.body));
      const fate = await fateOf({ operation, before });
      asked.push({ operation, body });
      if (typeof fate === 'object') return { response: refusal(fate) };
      const answer = await ask(request, options);
      if (fate === 'done') return answer;
      throw fate === 'answer lost'
        ? Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
        : new Error('the function was killed');
    },
  };
  const faresBy = (fate: FateOf) => {
    asked.length = 0;
    fateOf = fate;
  };
  return { client, asked, faresBy, isAsking: () => asking > 0 };
};

/** The functions' client reads its surroundings, as everything of the SDK does. */
const madeFor = (endpoint: string): DynamoDBDocumentClient => {
  Object.assign(process.env, environmentFor(endpoint));
  return documentClient();
};

const textOf = (body: string | Uint8Array = '{}'): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body);

const refusal = ({ error, reasons }: Refusal): Response => {
  const body = JSON.stringify({
    __type: `com.amazonaws.dynamodb.v20120810#${error}`,
    message: error,
    ...(reasons && { CancellationReasons: reasons.map((Code) => ({ Code })) }),
  });
  return {
    statusCode: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'content-length': String(body.length) },
    body: new Blob([body]).stream(),
  };
};
