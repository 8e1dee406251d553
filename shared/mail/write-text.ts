/** A letter as plain text, for readers and people that show no HTML. */
import { oneLine } from '../domain/one-line.ts';
import type { Block, Letter, Value } from './letter.ts';
import type { Letterhead } from './letterhead.ts';
import { textsIn } from './texts/catalogue.ts';

/** The letter as text: blocks apart by a blank line, a table as one group of lines for each row. */
export const writeText = ({ title, greeting, blocks, footer }: Letter, { language }: Letterhead): string => {
  const { label } = textsIn(language);
  const labelled = (name: string, value: Value) => `${label(oneLine(name))}${plain(value)}`;

  const write = (block: Block): string => {
    switch (block.kind) {
      case 'paragraph':
        return oneLine(block.text);
      case 'warning':
        return `! ${oneLine(block.text)}`;
      case 'heading':
        return `== ${oneLine(block.text)} ==`;
      case 'facts':
        return block.facts.map((fact) => labelled(fact.label, fact.value)).join('\n');
      case 'table':
        return block.rows.map((row) => writeRow(row, block.headings)).join('\n\n');
    }
  };

  const writeRow = ([first = '', ...others]: readonly Value[], [, ...headings]: readonly string[]): string =>
    [`* ${plain(first)}`, ...others.map((value, index) => `  ${labelled(headings[index] ?? '', value)}`)].join('\n');

  return `${[oneLine(title), oneLine(greeting), ...blocks.map(write), ['--', ...footer.map(oneLine)].join('\n')].join('\n\n')}\n`;
};

const plain = (value: Value): string => {
  if (typeof value === 'string') return oneLine(value);
  return oneLine('secret' in value ? value.secret : value.link);
};
