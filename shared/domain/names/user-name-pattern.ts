/** The pattern by which user names are made: `{givenName}.{surname}@contoso.com`. */

import { beginningOf } from '../one-line.ts';
import { Refused } from '../refusals.ts';
import { longestLocalPart } from '../user-name.ts';

/** What a placeholder may name, by Graph's names. */
const patternProperties = ['givenName', 'surname', 'displayName', 'mailNickname', 'employeeId'] as const;
export type PatternProperty = (typeof patternProperties)[number];

/** A property, or so many of its first letters; `{givenName}` and `{givenName:1}`. */
export type Placeholder = { property: PatternProperty; first?: number };

/** A pattern that was understood: what stands before the @, literal text or placeholders, and the domain behind it. */
export type UserNamePattern = { parts: readonly (string | Placeholder)[]; domain: string };

/** Characters of a pattern that are read at all. */
export const longestPattern = 256;

/**
 * Understands a pattern. Without a domain it has the first of the verified ones, which is the organisation's default.
 * Throws `Refused` UserNamePatternInvalid, which says what is wrong with it, and what there is.
 */
export const userNamePattern = (text: string, verifiedDomains: readonly string[]): UserNamePattern => {
  const [localPart = '', domain = verifiedDomains[0] ?? '', ...others] = text.trim().split('@');
  if (others.length > 0) throw invalid('it has more than one @');
  if (!verifiedDomains.includes(domain.toLowerCase())) {
    throw invalid(
      `${brief(domain) || 'nothing'} behind the @ is no domain of the organisation (${verifiedDomains.join(', ')})`,
    );
  }
  const parts = [...localPart.matchAll(pieces)].map(([piece, named]) =>
    named === undefined ? literal(piece) : placeholder(named),
  );
  if (!parts.some((part) => typeof part !== 'string')) throw invalid('it has no placeholder');
  const literals = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  if (literals > longestLocalPart) throw invalid(`it has more than ${longestLocalPart} characters before the @`);
  return { parts, domain: domain.toLowerCase() };
};

/** A placeholder, text around them, or a brace that belongs to none. */
const pieces = /\{([^{}]*)\}|[^{}]+|[{}]/g;

const literal = (text: string): string => {
  const [strange] = /[^A-Za-z0-9'.\-_!#^~]/u.exec(text) ?? [];
  if (strange !== undefined) throw invalid(`a user name may not have "${strange}"`);
  return text.toLowerCase();
};

const placeholder = (named: string): Placeholder => {
  const [, name = '', first] = /^\s*(\w+)\s*(?::\s*([1-9]\d?)\s*)?$/.exec(named) ?? [];
  const property = patternProperties.find((each) => each.toLowerCase() === name.toLowerCase());
  if (!property) throw invalid(`{${brief(named)}} is no placeholder`);
  return first === undefined ? { property } : { property, first: Number(first) };
};

const invalid = (fact: string): Refused =>
  new Refused({ code: 'UserNamePatternInvalid', target: 'userNamePattern', fact });

const brief = (text: string): string => (text.length > 60 ? `${beginningOf(text, 60)}…` : text);
