/** The chosen language, for every component. */
import { I18nProvider } from '@cloudscape-design/components/i18n';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { surround } from '../api/call.ts';
import { orReload } from '../shell/keep-typed.ts';
import type { Catalogue } from './catalogue.ts';
import type { Texts } from './english/english.ts';
import { type Formats, formatsOf } from './formats.ts';
import { chosenLanguage, componentLocales, keepLanguage, type Language, loadLanguage } from './languages.ts';

type Spoken = { language: Language; texts: Texts; formats: Formats; choose: (language: Language) => void };

const SpokenContext = createContext<Spoken | undefined>(undefined);

const useSpoken = (): Spoken => {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error('There is no language around this component.');
  return spoken;
};

/** Everything that the console says, in the chosen language: `useTexts().people.title`. */
export const useTexts = (): Texts => useSpoken().texts;

/** Numbers, moments and countries as the reader writes them. */
export const useFormats = (): Formats => useSpoken().formats;

/** The chosen language, and how another one is chosen. */
export const useLanguage = () => {
  const { language, choose } = useSpoken();
  return { language, choose };
};

/** Loads the language and shows nothing until it is there. `preferred` are tags, the reader's own first. */
export const TextsProvider = ({
  preferred,
  children,
}: {
  preferred: readonly (string | undefined)[];
  children: ReactNode;
}) => {
  const [chosen, setChosen] = useState<Language>();
  const language = chosen ?? chosenLanguage([...preferred, ...navigator.languages]);
  const [spoken, setSpoken] = useState<{ language: Language; catalogue: Catalogue }>();
  useEffect(() => {
    let wanted = true;
    void orReload(() => loadLanguage(language)).then((catalogue) => {
      if (!wanted) return;
      // Before anything is shown, which may ask the API at once.
      document.documentElement.lang = language;
      surround({ language });
      setSpoken({ language, catalogue });
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  if (!spoken) return null;
  const choose = (next: Language) => {
    keepLanguage(next);
    setChosen(next);
  };
  const { texts, components } = spoken.catalogue;
  const value = { language: spoken.language, texts, formats: formatsOf(spoken.language), choose };
  return (
    <SpokenContext value={value}>
      <I18nProvider locale={componentLocales[spoken.language]} messages={[components]}>
        {children}
      </I18nProvider>
    </SpokenContext>
  );
};
