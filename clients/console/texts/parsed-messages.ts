/** Strings of Cloudscape's components as its I18nProvider takes them: parsed ICU messages. */
import type { I18nProviderProps } from '@cloudscape-design/components/i18n';
import type { ComponentMessages, Message } from './component-messages.ts';

const literal = 0;
const argument = 1;
const select = 5;
const plural = 6;

const parsedText = (text: string): object[] =>
  text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('{') ? { type: argument, value: part.slice(1, -1) } : { type: literal, value: part },
    );

const parsed = (message: Message): object[] => {
  if (typeof message === 'string') return parsedText(message);
  const { of, counted, texts } = message;
  const options = Object.fromEntries(
    Object.entries(texts).map(([value, text]) => [value, { value: parsedText(text) }]),
  );
  return [
    { type: counted ? plural : select, value: of, options, ...(counted && { offset: 0, pluralType: 'cardinal' }) },
  ];
};

/** Messages of a language, as the provider takes them. */
export const parsedMessages = (language: string, messages: ComponentMessages): I18nProviderProps.Messages => {
  const parsedOf = (strings: Readonly<Record<string, Message>>) =>
    Object.fromEntries(Object.entries(strings).map(([name, message]) => [name, parsed(message)]));
  const all = Object.fromEntries(
    Object.entries(messages).map(([component, strings]) => [component, parsedOf(strings)]),
  );
  return { 'cloudscape-design-components': { [language]: all } } as I18nProviderProps.Messages;
};
