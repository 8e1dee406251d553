/**
 * The part of a browser that the page uses. TypeScript's own library of the DOM is left out on purpose: it would make
 * `name`, `status` and the like known in every file, and a forgotten variable of that name would compile.
 */
export type PageWindow = {
  readonly document: PageDocument;
  readonly location: {
    readonly href: string;
    readonly hash: string;
    assign: (url: string) => void;
    replace: (url: string) => void;
  };
  readonly history: { replaceState: (state: null, title: string, url: string) => void };
  readonly navigator: { readonly languages: readonly string[] };
  readonly performance: { now: () => number };
  readonly fetch: typeof fetch;
  readonly setTimeout: (run: () => void, milliseconds: number) => number;
  readonly clearTimeout: (timer: number | undefined) => void;
};

/** A document. */
export type PageDocument = {
  title: string;
  readonly documentElement: { lang: string };
  getElementById: (id: string) => PageElement | null;
  querySelectorAll: (selector: string) => Iterable<PageElement>;
  createElement: (name: string) => PageElement;
};

/** An element, with what only fields, buttons and forms have. */
export type PageElement = {
  id: string;
  className: string;
  readonly dataset: Record<string, string | undefined>;
  textContent: string;
  hidden: boolean;
  disabled: boolean;
  checked: boolean;
  value: string;
  type: string;
  href: string;
  focus: () => void;
  reset: () => void;
  setAttribute: (name: string, value: string) => void;
  removeAttribute: (name: string) => void;
  replaceChildren: (...children: (PageElement | string)[]) => void;
  addEventListener: (kind: string, listener: (event: PageEvent) => void) => void;
};

/** Something that happened to an element. */
export type PageEvent = { preventDefault: () => void; getModifierState?: (key: string) => boolean };
