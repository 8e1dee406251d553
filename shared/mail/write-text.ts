/** A letter as plain text, for readers and people that show no HTML. */
import { oneLine } from '../domain/one-line.ts';
import type { Block, Letter, ListColumns, ListRow, Value } from './letter.ts';
import type { Letterhead } from './letterhead.ts';
import { textsIn } from './texts/catalogue.ts';

/** The letter as text: blocks apart by a blank line, each person of a list a group of lines. */
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
      case 'counts':
        return block.facts.map(({ label: name, value }) => labelled(name, value)).join('\n');
      case 'list':
        return block.rows.map((row) => writeRow(row, block.columns)).join('\n\n');
      case 'button':
        return labelled(block.label, { link: block.link });
    }
  };

  const writeRow = ({ name, about, detail }: ListRow, columns: ListColumns): string =>
    [`* ${oneLine(name)}`, `  ${labelled(columns.about, about)}`, `  ${labelled(columns.detail, detail)}`].join('\n');

  return `${[oneLine(title), oneLine(greeting), ...blocks.map(write), ['--', ...footer.map(oneLine)].join('\n')].join('\n\n')}\n`;
};

const plain = (value: Value): string => {
  if (typeof value === 'string') return oneLine(value);
  return oneLine('secret' in value ? value.secret : value.link);
};
