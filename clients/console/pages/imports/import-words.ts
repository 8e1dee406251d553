/** Words for what imports tell in names: properties, values, licences. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { licenceNames, licencesQuery } from '../../api/people.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';

/** What a property, or a meaning that a column may have, is called. */
export const usePropertyName = (): ((property: string) => string) => {
  const { person, imports } = useTexts();
  return useMemo(() => {
    const names: Readonly<Record<string, string>> = { ...person.properties, ...imports.meanings };
    return (property) => names[property] ?? property;
  }, [person, imports]);
};

/** What a licence is called, by its id, or by its part number where that is all there is. */
export const useLicenceName = (): ((skuId: string, otherwise?: string) => string) => {
  const { data } = useQuery(licencesQuery);
  return useMemo(() => {
    const nameOf = licenceNames(data);
    return (skuId, otherwise = skuId) => {
      const name = nameOf(skuId);
      return name === skuId ? otherwise : name;
    };
  }, [data]);
};

/** A value of a property as people read it: never a JSON text. */
export const useValueText = (): ((value: unknown) => string) => {
  const { imports } = useTexts();
  const { list } = useFormats();
  const licenceName = useLicenceName();
  const textOf = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return imports.nothing;
    if (typeof value === 'boolean') return value ? imports.yes : imports.no;
    if (Array.isArray(value)) return value.length === 0 ? imports.nothing : list(value.map(textOf));
    if (typeof value !== 'object') return licenceName(String(value));
    const { skuId, displayName } = value as { skuId?: string; displayName?: string };
    return skuId === undefined ? (displayName ?? '') : licenceName(skuId);
  };
  return textOf;
};
