/** How a file was understood, and how else it is to be: headings, encoding, sheet. What is said leads to another check. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { Import } from '../../../api/imports.ts';
import { useGo } from '../../../shell/addresses.ts';
import { ProblemAlert } from '../../../shell/problem-alert.tsx';
import { useMay } from '../../../shell/session-context.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';
import { isWorkbook } from '../../add-many/file-faults.ts';
import { useImportAction } from '../actions/use-import-action.ts';
import { EncodingField } from './encoding-field.tsx';
import { useFaultText } from './file-fault.ts';
import { MappingTable } from './mapping-table.tsx';
import { MissingHeading } from './missing-heading.tsx';
import { firstReading, lackingIn, type Reading, readAs, twiceIn } from './reading.ts';

export const ReadAsPart = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const may = useMay();
  const go = useGo();
  const isRefused = one.status === 'failed';
  if (!may('manageImports') && isRefused) return null;
  if (isRefused && !canBeReadOtherwise(one)) {
    return <Button onClick={() => go('/users/add-many')}>{imports.addAgain}</Button>;
  }
  if (one.columns.length === 0 && !isRefused) return null;
  const form = <ReadAsForm one={one} />;
  const isUnknown = one.error?.code === 'HeadingsUnknown';
  return isRefused ? (
    <Container header={<Header variant="h2">{isUnknown ? imports.notUnderstood : imports.readToBe}</Header>}>
      {form}
    </Container>
  ) : (
    <ExpandableSection variant="container" headerText={imports.readTitle} headingTagOverride="h2">
      {form}
    </ExpandableSection>
  );
};

/** Refusals that another reading of the same file may mend. */
const mendable = ['HeadingsUnknown', 'HeadingMissing', 'EncodingUnclear', 'SheetUnknown', 'MappingInvalid'];
const canBeReadOtherwise = ({ error }: Import): boolean => mendable.includes(error?.code ?? '');

const ReadAsForm = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const may = useMay();
  const formats: Readonly<Record<string, string>> = imports.formats;
  const ask = useImportAction(one);
  const faultText = useFaultText();
  const [reading, setReading] = useState<Reading>(() => firstReading(one));
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const change = (changed: Partial<Reading>) => setReading((before) => ({ ...before, ...changed }));
  const isUnknown = one.error?.code === 'HeadingsUnknown';
  const [isAsked, setIsAsked] = useState(false);
  const lacks = lackingIn(reading, one);
  const place = useRef<HTMLFormElement>(null);
  // The fields have their faults after this, and the first of them has the focus.
  const focusFault = () =>
    setTimeout(() => place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), 0);
  const check = async () => {
    setIsAsked(true);
    if (twiceIn(reading.meanings).size > 0 || lacks) return void focusFault();
    setIsBusy(true);
    setProblem(undefined);
    await ask('dryRun', { body: readAs(reading, one) }).catch(setProblem);
    setIsBusy(false);
  };
  const isText = one.encoding !== null || one.error?.code === 'EncodingUnclear';
  return (
    <form
      ref={place}
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <SpaceBetween size="l">
        {one.format !== null && <Box>{imports.readAs(formats[one.format] ?? one.format)}</Box>}
        {isUnknown && <Box>{imports.notUnderstoodHint}</Box>}
        {reading.meanings.length > 0 && (
          <MappingTable
            meanings={reading.meanings}
            isReadOnly={!may('manageImports')}
            onChange={(meanings) => change({ meanings })}
          />
        )}
        {reading.leavesOutOthers !== undefined && (
          <Checkbox
            checked={reading.leavesOutOthers}
            onChange={({ detail }) => change({ leavesOutOthers: detail.checked })}
          >
            {imports.leaveOutOthers}
          </Checkbox>
        )}
        {one.error?.code === 'HeadingMissing' && (
          <MissingHeading one={one} reading={reading} isLacking={isAsked && lacks === 'heading'} onChange={change} />
        )}
        {isText && (
          <EncodingField
            one={one}
            isLacking={isAsked && lacks === 'encoding'}
            encoding={reading.encoding}
            onChange={(encoding) => change({ encoding })}
          />
        )}
        {isWorkbook({ name: one.fileName }) && (
          <FormField
            label={imports.sheet}
            description={imports.sheetHint}
            errorText={
              one.error?.code === 'SheetUnknown' && reading.sheet === one.options.sheet && faultText(one.error)
            }
          >
            <Input value={reading.sheet} onChange={({ detail }) => change({ sheet: detail.value })} />
          </FormField>
        )}
        {problem !== undefined && <ProblemAlert thrown={problem} />}
        {may('manageImports') && (
          <SpaceBetween size="xs">
            <Button formAction="submit" variant={one.status === 'failed' ? 'primary' : 'normal'} loading={isBusy}>
              {imports.readAgain}
            </Button>
            <Box color="text-body-secondary">{imports.readAgainHint}</Box>
          </SpaceBetween>
        )}
      </SpaceBetween>
    </form>
  );
};
