/** The pages of the reference as answers, each made once. */
import { Refused } from '../../domain/refusals.ts';
import type { Answer } from '../../lambda/route.ts';
import { compressed, encodingFor } from './compressed.ts';
import type { Document } from './operations.ts';
import { referenceDocument, referencePolicy } from './reference-document.ts';
import { referencePages } from './reference-pages.ts';

/**
 * Answers with the page of a name, in any case, in the best encoding that is taken; the first page has no name. Throws
 * `Refused` NotFound for a name that no page has.
 */
export const referenceAnswers = (document: Document, headers: Readonly<Record<string, string>>) => {
  const made = new Map<string, Answer>();
  return (name = '', acceptEncoding?: string): Answer => {
    const page = referencePages.find(({ slug }) => slug === name.toLowerCase());
    if (page === undefined) throw new Refused({ code: 'NotFound', fact: name });
    const encoding = encodingFor(acceptEncoding);
    const key = `${encoding} ${page.slug}`;
    const answer = made.get(key) ?? encoded(referenceDocument(page, document), encoding, headers);
    made.set(key, answer);
    return answer;
  };
};

const encoded = (
  text: string,
  encoding: ReturnType<typeof encodingFor>,
  further: Readonly<Record<string, string>>,
): Answer => {
  const headers = {
    ...further,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': referencePolicy,
    vary: 'accept-encoding',
  };
  if (encoding === 'identity') return { status: 200, text, headers };
  return { status: 200, bytes: compressed(text, encoding), headers: { ...headers, 'content-encoding': encoding } };
};
