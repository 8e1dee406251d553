/** The name of what a page shows, where that says more than the page's own title: a person's, an import's. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const SetTitleContext = createContext<(title: string | undefined) => void>(() => {});
const TitleContext = createContext<string | undefined>(undefined);

/** Around the frame. */
export const PageTitleProvider = ({ children }: { children: ReactNode }) => {
  const [title, setTitle] = useState<string>();
  return (
    <SetTitleContext value={setTitle}>
      <TitleContext value={title}>{children}</TitleContext>
    </SetTitleContext>
  );
};

/** Puts a name into the breadcrumbs and the browser's tab, for as long as the page is there. */
export const usePageTitle = (title: string | undefined): void => {
  const setTitle = useContext(SetTitleContext);
  useEffect(() => {
    setTitle(title);
    return () => setTitle(undefined);
  }, [setTitle, title]);
};

/** The name that the page has given; undefined where it has its own title. */
export const useGivenTitle = (): string | undefined => useContext(TitleContext);
