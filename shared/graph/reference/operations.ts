/** What the pages of the reference are made of: the operations of an OpenAPI document, each with its contract. */
import type { Contract } from '../contract.ts';
import { contracts } from './contracts.ts';
import type { openApi } from './openapi.ts';
import type { JsonSchema } from './schema-words.ts';

/** The document that the pages tell. */
export type Document = ReturnType<typeof openApi>;

/** An option of a request: in its path, query or headers. */
export type Parameter = { name: string; in: string; description?: string };

/** A body or an answer, by its types. */
export type Media = { content?: Readonly<Record<string, { schema: JsonSchema }>> };

/** A route as its page tells it; `route` is `GET /v1.0/users/{id}`. */
export type Operation = {
  route: string;
  method: string;
  path: string;
  contract: Contract;
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  parameters: readonly Parameter[];
  requestBody?: Media;
  responses: Readonly<Record<string, Media & { description: string }>>;
};

/** Every operation of the document, in its order. */
export const operationsIn = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([name, described]) => {
      const method = name.toUpperCase();
      // OpenAPI has no word for a parameter that takes the rest of a path.
      const contract = contracts[`${method} ${path}`] ?? contracts[`${method} ${path.replace(/\}$/, '+}')}`];
      return contract
        ? { route: `${method} ${path}`, method, path, contract, ...(described as DescribedOperation) }
        : [];
    }),
  );

type DescribedOperation = Omit<Operation, 'route' | 'method' | 'path' | 'contract'>;

/** The schema of a body or an answer, and its name where it has one. */
export const schemasOf = ({ content = {} }: Media): JsonSchema[] => Object.values(content).map(({ schema }) => schema);
