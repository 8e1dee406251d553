/** What Cloudscape's components say, as we write it where Cloudscape has no such language. */

/** A text with `{names}` of what is put in; or several, by the value of one name, by its number where it is counted. */
export type Message = string | Choice;
export type Choice = { of: string; counted?: true; texts: Readonly<Record<string, string>> };

/** Messages by component and string. */
export type ComponentMessages = Readonly<Record<string, Readonly<Record<string, Message>>>>;

/** A text for each value of `of`; `other` for the rest. */
export const byValue = (of: string, texts: Choice['texts']): Choice => ({ of, texts });

/** A text for each plural category of `of`. */
export const byCount = (of: string, texts: Choice['texts']): Choice => ({ of, counted: true, texts });
