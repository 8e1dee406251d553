/** What a function may do and the variable that tells it where: two halves of one thing, so they are made together. */
import type { Grant, Role } from 'aws-cdk-lib/aws-iam';
import type { Variable } from '../../shared/lambda/environment.ts';

declare const names: unique symbol;

/** A right together with the environment variable that it needs. The names are part of the type, exactly. */
export type Access<Name extends Variable> = {
  /** Never there; makes `Access` invariant, so that neither a forgotten nor a superfluous variable compiles. */
  readonly [names]?: (name: Name) => Name;
  readonly environment: Readonly<Record<string, string>>;
  /** Texts of files that lie beside the function's code, by their names. */
  readonly files?: Readonly<Record<string, string>>;
  readonly allow: (caller: Role) => void;
};

/** The right to what one variable names. */
export const accessTo = <const Name extends Variable>(
  name: Name,
  value: string,
  grant: (caller: Role) => Grant | readonly Grant[],
): Access<Name> => ({ environment: { [name]: value }, allow: (caller) => void grant(caller) });

/** A variable that is left out in this deployment; the function's schema must call it optional. */
export const accessWithout = <const Name extends Variable>(
  _name: Name,
  grant: (caller: Role) => Grant | readonly Grant[],
): Access<Name> => ({ environment: {}, allow: (caller) => void grant(caller) });

/** All that a function has access to. Two parts for one variable are joined: both rights, one value. */
export const accessOf = <const Names extends readonly Variable[]>(
  ...parts: { readonly [Index in keyof Names]: Access<Names[Index]> }
): Access<Names[number]> => {
  const all: readonly Access<never>[] = parts as readonly never[];
  return {
    environment: Object.assign({}, ...all.map(({ environment }) => environment)),
    files: Object.assign({}, ...all.map(({ files }) => files)),
    allow: (caller) => {
      for (const { allow } of all) allow(caller);
    },
  };
};
