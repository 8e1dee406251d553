/** Conditions of IAM's statements, those of their operators and keys that the template uses. */
import * as z from 'zod';
import { type Condition, keys, operators } from './condition.ts';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/** A statement's conditions. Throws for an operator or a key that is not known here, so that none is passed over. */
export const conditions = z
  .partialRecord(z.enum(operators), z.partialRecord(z.enum(keys), oneOrMore))
  .transform((all) =>
    Object.entries(all).flatMap(([operator, compared]) =>
      Object.entries(compared).map(([key, values]) => ({ operator, key, values }) as Condition),
    ),
  );
