/** The PowerShell module, read: its functions, and the requests that each of them makes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Node } from '@vscode/tree-sitter-wasm';

const grammar = createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm');

/** Where a text is no PowerShell: lines from 1. */
export type Parsed = { faultyLines: number[]; functions: { name: string; text: string; commands: Command[] }[] };

/** A command that a function calls, with the texts of its parameters. */
export type Command = { name: string; parameters: Record<string, string> };

/** Parses a file. */
export const parseFile = async (path: string): Promise<Parsed> => parseText(readFileSync(path, 'utf8'));

/** Parses a text. */
export const parseText = async (text: string): Promise<Parsed> => {
  const { Language, Parser } = (await import('@vscode/tree-sitter-wasm')).default;
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  const root = parser.parse(text)?.rootNode;
  if (!root) throw new Error('nothing was parsed');
  const all = [...nodesOf(root)];
  const faulty = all.filter((node) => node.isError || node.isMissing).map((node) => node.startPosition.row + 1);
  const functions = all
    .filter(({ type }) => type === 'function_statement')
    .map((node) => {
      const inside = [...nodesOf(node)];
      const nameIn = (nodes: readonly Node[], type: string) => nodes.find((one) => one.type === type)?.text ?? '';
      const commands = inside
        .filter(({ type }) => type === 'command')
        .map((one) => commandOf(one.text, nameIn([...nodesOf(one)], 'command_name')));
      return { name: nameIn(inside, 'function_name'), text: node.text, commands };
    });
  return { faultyLines: faulty, functions };
};

/** A node and all below it. */
function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child) yield* nodesOf(child);
}

/** A parameter's text is a quoted one, one in brackets, or a word. */
const parameter = /-([A-Za-z]+) ('[^']*'|"[^"]*"|@?[({](?:[^(){}]|\([^()]*\)|\{[^{}]*\})*[)}]|[^\s-]\S*)/g;

const commandOf = (text: string, name: string): Command => ({
  name,
  parameters: Object.fromEntries([...text.matchAll(parameter)].map(([, key = '', value = '']) => [key, value])),
});

/** The values that an expression may have in its function: what is not known is `x`. */
export const valuesOf = (expression: string, functionText: string): string[] => {
  const plain = expression.trim().replace(/^\((.*)\)$/s, '$1');
  const [, variable] = /^\$(\w+)$/.exec(plain) ?? [];
  if (variable !== undefined) {
    const given = [...functionText.matchAll(new RegExp(`\\$${variable} = (.+)$`, 'gm'))].map(([, value = '']) => value);
    return given.length === 0 ? ['x'] : [...new Set(given.flatMap((value) => valuesOf(value, functionText)))];
  }
  return [
    plain
      .split(' + ')
      .map((part) => textOf(part.trim()))
      .join(''),
  ];
};

const textOf = (part: string): string => {
  if (/Get-MusterUserPath/.test(part)) return '/v1.0/users/x';
  if (/^'.*'$/.test(part)) return part.slice(1, -1);
  if (/^".*"$/.test(part)) return part.slice(1, -1).replace(/\$[\w:]+/g, 'x');
  return /-join/.test(part) ? '' : 'x';
};

/** The names that a body has in its function: of its literal, and those that are set later. */
export const bodyNames = (expression: string | undefined, functionText: string): string[] | undefined => {
  if (expression === undefined) return undefined;
  if (expression.startsWith('@{')) return [...expression.matchAll(/(\w+) +=/g)].map(([, name = '']) => name);
  const [, variable = ''] = /^\$(\w+)$/.exec(expression) ?? [];
  const literals = [...functionText.matchAll(new RegExp(`\\$${variable} = (@\\{.*\\})`, 'g'))];
  const later = [...functionText.matchAll(new RegExp(`\\$${variable}\\['(\\w+)'\\] =`, 'g'))];
  return [
    ...literals.flatMap(([, literal]) => bodyNames(literal, functionText) ?? []),
    ...later.map(([, name = '']) => name),
  ];
};
