/** The answers of routes as an OpenAPI document describes them. */
import type { RefusalCode } from '../../domain/refusals.ts';
import { answerSchemas, type Content, type Contract } from '../contract.ts';
import { statusOf } from '../odata/graph-error.ts';
import { errorAnswer, gatewayAnswer } from '../people/resources.ts';

/** What any route may answer with, whatever it is asked. */
const usual: readonly RefusalCode[] = [
  'Unauthenticated',
  'Forbidden',
  'NotFound',
  'TooManyAttempts',
  'IndexNotReady',
  'InternalError',
];
/** What one that takes JSON may answer with as well. */
const usualOfBodies: readonly RefusalCode[] = [
  'BadJson',
  'BodyNotUtf8',
  'PropertyUnknown',
  'ValueMissing',
  'ValueInvalid',
  'BodyTooLarge',
  'UnsupportedContentType',
];

/** What API Gateway answers by itself, in its own words. */
const gatewayStatuses: Readonly<Record<number, string>> = {
  413: 'more than the gateway takes',
  429: 'more requests than the API takes in a second',
  500: 'the function failed',
  503: 'no answer within 30 seconds',
};

/** Refers to a schema of the description. */
export const pointer = (id: string) => ({ $ref: `#/components/schemas/${id}` });

/** What almost every route may refuse with. */
export const usualCodes: readonly RefusalCode[] = [...usual, ...usualOfBodies];

/** The codes with which a route says that it refuses. */
export const codesOf = ({ body, refusals = [], needs }: Contract): RefusalCode[] =>
  [...usual, ...(body ? usualOfBodies : []), ...refusals].filter(
    (code) => needs !== 'nothing' || code !== 'Unauthenticated',
  );

/** Every answer that a route may give, by its status. */
export const responsesOf = (contract: Contract) => {
  const { answers, textTypes = [] } = contract;
  const refused = Map.groupBy(codesOf(contract), (code) => statusOf([{ code }]));
  return {
    400: refusalOf(400, ['QueryInvalid']),
    ...Object.fromEntries(Object.keys(gatewayStatuses).map((status) => [status, refusalOf(Number(status), [])])),
    ...Object.fromEntries([...refused].map(([status, codes]) => [status, refusalOf(status, codes)])),
    ...Object.fromEntries(Object.entries(answers).map(([status, content]) => [status, responseOf(content, textTypes)])),
  };
};

const refusalOf = (status: number, codes: readonly string[]) => {
  const gateway = gatewayStatuses[status];
  const told = [...(gateway ? [gatewayAnswer] : []), ...(codes.length > 0 ? [errorAnswer] : [])].map((schema) =>
    pointer(answerSchemas.get(schema)?.id ?? ''),
  );
  const descriptions = [
    ...(codes.length > 0 ? [`Refused: ${[...new Set(codes)].join(', ')}.`] : []),
    ...(gateway ? [`By the gateway: ${gateway}.`] : []),
  ];
  const schema = told.length === 1 ? told[0] : { anyOf: told };
  return { description: descriptions.join(' '), content: { 'application/json': { schema } } };
};

const responseOf = (content: Content, textTypes: readonly string[]) => {
  if (content === 'nothing') return { description: 'Done; there is nothing to say.' };
  if (content === 'elsewhere') {
    const address = { description: 'The address, good for some minutes.', schema: { type: 'string' } };
    return { description: 'It is at the address in Location.', headers: { Location: address } };
  }
  if (typeof content === 'string') return { description: 'The answer.', content: { [content]: { schema: {} } } };
  const id = answerSchemas.get(content)?.id ?? '';
  const texts = Object.fromEntries(textTypes.map((type) => [type, { schema: { type: 'string' } }]));
  return { description: 'The answer.', content: { 'application/json': { schema: pointer(id) }, ...texts } };
};
