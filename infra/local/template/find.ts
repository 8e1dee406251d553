/** How the readers of a template find resources in it. */

/** A resource of one type, with its properties resolved. */
export type Found = { logicalId: string; ref: string; arn: string; properties: unknown };

/** Finds the resources of a type. */
export type Find = (...types: string[]) => Found[];
