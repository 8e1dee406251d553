/** The parts of a CloudFormation template that the local engine reads. */
import * as z from 'zod';

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
});

const template = z.object({
  Resources: z.record(z.string(), resource).default({}),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown(), Condition: z.string().optional() })).default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
});

/** A synthesized template. */
export type Template = z.output<typeof template>;

/** One resource of a template, its intrinsics not yet resolved. */
export type Resource = z.output<typeof resource>;

/** Reads a template from parsed JSON. */
export const readTemplate = (json: unknown): Template => template.parse(json);
