/**
 * Tags on a mail that name whose credentials it carries, so that news of it can be told from them. SES takes letters,
 * digits, `_` and `-` in a value of 256 characters at most: a person takes 22 of them for the id and 2 for the attempt.
 */
import type { MessageTag } from '@aws-sdk/client-ses';
import { attemptMark, type MailedAttempt } from '../../domain/credentials/mail-delivery.ts';

const [idLength, markLength, maxInTag] = [22, 2, 10];
const length = idLength + markLength;
const name = /^people\d+$/;

/** The tags of a mail, ten people to one. */
export const tagsOf = (people: readonly MailedAttempt[]): MessageTag[] =>
  Array.from({ length: Math.ceil(people.length / maxInTag) }, (_, index) => ({
    Name: `people${index}`,
    Value: people
      .slice(index * maxInTag, (index + 1) * maxInTag)
      .map(packed)
      .join(''),
  }));

/** Who is named in the tags that an event repeats; what is no tag of ours is left out. */
export const peopleIn = (tags: Readonly<Record<string, readonly string[]>>): MailedAttempt[] =>
  Object.entries(tags)
    .filter(([tag]) => name.test(tag))
    .flatMap(([, values]) => values.flatMap((value) => value.match(new RegExp(`.{${length}}`, 'g')) ?? []))
    .map(unpacked);

const packed = ({ id, attempt }: MailedAttempt): string => {
  const mark = Buffer.alloc(2);
  // Twelve bits, the upper ones of the two bytes: two characters.
  mark.writeUInt16BE(attemptMark(attempt) << 4);
  return (
    Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url') + mark.toString('base64url').slice(0, markLength)
  );
};

const unpacked = (text: string): MailedAttempt => {
  const hex = Buffer.from(text.slice(0, idLength), 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const bits = Buffer.from(`${text.slice(idLength)}A`, 'base64url');
  return { id, attempt: bits.readUInt16BE() >> 4 };
};
