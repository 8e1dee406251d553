/** What the console says: nothing is missing in any language, of its own and of Cloudscape's components. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chinese } from '../../clients/console/texts/chinese/chinese.ts';
import { dutchComponents } from '../../clients/console/texts/dutch/component-messages.ts';
import { dutch } from '../../clients/console/texts/dutch/dutch.ts';
import { english } from '../../clients/console/texts/english/english.ts';
import { german } from '../../clients/console/texts/german/german.ts';
import { reasonIn } from '../../clients/console/texts/reasons/reasons.ts';
import { auditedProperties, onPremisesProperties } from '../../shared/domain/person-properties.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import {
  shownDomainTerms,
  shownOrganisation,
  shownSynchronization,
} from '../../shared/domain/settings/shown-settings.ts';
import { englishFileRefusals } from '../../shared/refusals/files/english.ts';
import { filesBelow, importsOf } from '../boundaries/imports.ts';
import { contoso } from '../fakes/people.ts';

const messages = createRequire(import.meta.url).resolve('@cloudscape-design/components/i18n/messages/all.en.json');
const own = JSON.parse(readFileSync(messages, 'utf8'))['cloudscape-design-components'].en as Record<string, object>;

/** What components have in common, or are made of. */
const inside = [
  '[charts]',
  'app-layout',
  'drawer',
  'dialog',
  'error-boundary',
  'link',
  'list',
  'panel-resize-handle',
  'popover',
];

test('Dutch has every string of the components in use: a button without one has no name', () => {
  const used = importsOf(filesBelow('clients/console'))
    .flatMap(({ target }) => /^@cloudscape-design\/components\/([\w-]+)$/.exec(target)?.[1] ?? [])
    .concat(inside)
    .filter((component) => Object.hasOwn(own, component));
  const missing = [...new Set(used)].flatMap((component) =>
    Object.keys(own[component] ?? {})
      .filter((name) => !Object.hasOwn(dutchComponents[component] ?? {}, name))
      .map((name) => `${component}: ${name}`),
  );
  expect(missing).toEqual([]);
  expect(new Set(used).size).toBeGreaterThan(20);
});

test('what Dutch has of a component is what that has, with the same things put in', () => {
  const namesIn = (message: unknown): string[] =>
    [...JSON.stringify(message).matchAll(/"type":1,"value":"(\w+)"|\{(\w+)\}/g)].map(
      ([, one, other]) => one ?? other ?? '',
    );
  for (const [component, strings] of Object.entries(dutchComponents)) {
    for (const [name, message] of Object.entries(strings)) {
      const english = (own[component] as Record<string, unknown>)[name];
      expect([component, name, english !== undefined]).toEqual([component, name, true]);
      const strange = namesIn(message).filter((each) => !namesIn(english).includes(each));
      expect([component, name, strange]).toEqual([component, name, []]);
    }
  }
});

type Node = string | ((...put: never[]) => unknown) | { [name: string]: Node };

const textsIn = (node: Node, path: string): [string, string][] => {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [];
  return Object.entries(node).flatMap(([name, each]) => textsIn(each, `${path}.${name}`));
};

test.each([
  ['Dutch', dutch],
  ['German', german],
  ['Chinese', chinese],
])('%s is translated', (_, texts) => {
  const same = new Map(textsIn(english as never, ''));
  const long = textsIn(texts as never, '').filter(
    ([path, text]) => text === same.get(path) && text.split(' ').length > 2,
  );
  expect(long).toEqual([]);
  expect(textsIn(texts as never, '').filter(([, text]) => text.trim() === '')).toEqual([]);
});

const languages = { en: english, nl: dutch, de: german, 'zh-Hans': chinese };

test.each(Object.entries(languages))('%s has a name for every property whose change the audit tells', (_, texts) => {
  const told = [
    ...auditedProperties,
    ...onPremisesProperties,
    ...Object.keys({ ...shownOrganisation(contoso, undefined), ...shownSynchronization(contoso) }),
    ...Object.keys(shownDomainTerms('contoso.com', defaultPolicy)),
  ];
  const names: object = { ...texts.audit.properties, ...texts.person.properties };
  expect(told.filter((property) => !Object.hasOwn(names, property))).toEqual([]);
});

test('why an import ended is told in each language in its own words, once for each code', () => {
  for (const code of Object.keys(englishFileRefusals)) {
    const all = (['en', 'nl', 'de', 'zh-Hans'] as const).map((language) => reasonIn(language, code));
    expect([code, new Set(all).size, all.every((words) => words !== undefined && words !== '')]).toEqual([
      code,
      4,
      true,
    ]);
  }
  expect(reasonIn('nl', 'NewerThanThisConsole')).toBeUndefined();
});
