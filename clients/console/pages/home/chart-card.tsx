/** A chart with its name above and its numbers beneath. */
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { type ReactNode, useState } from 'react';
import { useSmallWindow } from '../../look/small-window.ts';
import { useTexts } from '../../texts/texts-context.tsx';

type Props<Row> = {
  title: string;
  description?: string;
  /** The chart; or, where a number says it, that. */
  children: ReactNode;
  /** The numbers; none where no chart is shown. */
  rows?: readonly Row[];
  columns?: readonly TableProps.ColumnDefinition<Row>[];
};

export const ChartCard = <Row,>({ title, description, children, rows = [], columns = [] }: Props<Row>) => {
  const { home: texts } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const isSmall = useSmallWindow();
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" description={description}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {children}
        {rows.length > 0 && (
          <ExpandableSection
            headerText={texts.numbers}
            headerAriaLabel={`${texts.numbers}: ${title}`}
            expanded={isOpen}
            onChange={({ detail }) => setIsOpen(detail.expanded)}
          >
            {isOpen && (
              <div className="whole-words numbers">
                <Table<Row>
                  variant="borderless"
                  wrapLines
                  items={rows}
                  columnDefinitions={isSmall ? inTwo(columns, texts.numbers) : columns}
                  ariaLabels={{ tableLabel: title }}
                />
              </div>
            )}
          </ExpandableSection>
        )}
      </SpaceBetween>
    </Container>
  );
};

/** What a row is of, and all its numbers below each other: a small window has room for two columns. */
const inTwo = <Row,>(
  [first, ...others]: readonly TableProps.ColumnDefinition<Row>[],
  header: string,
): TableProps.ColumnDefinition<Row>[] => [
  ...(first ? [first] : []),
  {
    id: 'numbers',
    header,
    cell: (row) => (
      <ul className="plain-list">
        {others.map((column) => (
          <li key={column.id}>
            {column.header}: {column.cell(row)}
          </li>
        ))}
      </ul>
    ),
  },
];
