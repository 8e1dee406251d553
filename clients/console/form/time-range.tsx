/** A time that is looked at: the last days, or between two days of the reader's own time zone. */
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useFormats, useTexts } from '../texts/texts-context.tsx';

/** `from` and `to` are days such as 2026-11-30, both within it, and count where `period` is `between`. */
export type TimeRange = {
  period: 'today' | 'week' | 'month' | 'quarter' | 'all' | 'between';
  from: string;
  to: string;
};

const days: Partial<Record<TimeRange['period'], number>> = { today: 1, week: 7, month: 30, quarter: 90 };

/** What lists begin with. */
export const lastMonth: TimeRange = { period: 'month', from: '', to: '' };

/** Whether its days are in their order. */
export const isInOrder = ({ period, from, to }: TimeRange): boolean =>
  period !== 'between' || from === '' || to === '' || from <= to;

/**
 * The conditions of a filter for a property. A period begins with the minute, so that the question stays the same one
 * while nobody changes it.
 */
export const rangeFilters = (property: string, { period, from, to }: TimeRange, now = Date.now()): string[] => {
  const back = days[period];
  if (back !== undefined) {
    const minute = Math.floor(now / 60_000) * 60_000;
    return [`${property} ge ${new Date(minute - back * 86_400_000).toISOString()}`];
  }
  if (period === 'all') return [];
  // Without a time zone a text is read as a moment of the reader's own.
  const start = (day: string, further = 0): string => {
    const moment = new Date(`${day}T00:00:00`);
    moment.setDate(moment.getDate() + further);
    return moment.toISOString();
  };
  return [...(from ? [`${property} ge ${start(from)}`] : []), ...(to ? [`${property} lt ${start(to, 1)}`] : [])];
};

type Props = { range: TimeRange; onChange: (range: TimeRange) => void };

export const TimeRangeFields = ({ range, onChange }: Props) => {
  const { audit: texts } = useTexts();
  const { locale } = useFormats();
  const periods = ['today', 'week', 'month', 'quarter', 'all', 'between'] as const;
  const options = periods.map((value) => ({ value, label: texts[value] }));
  const dayField = (name: 'from' | 'to', errorText = '') => (
    <FormField label={texts[name]} errorText={errorText}>
      <DatePicker
        value={range[name]}
        locale={locale}
        placeholder={texts.dayForm}
        format="long-localized"
        inputFormat="iso"
        onChange={({ detail }) => onChange({ ...range, [name]: detail.value })}
      />
    </FormField>
  );
  return (
    <>
      <Select
        ariaLabel={texts.period}
        options={options}
        selectedOption={options.find(({ value }) => value === range.period) ?? null}
        onChange={({ detail }) => onChange({ ...range, period: detail.selectedOption.value as TimeRange['period'] })}
      />
      {range.period === 'between' && (
        <>
          {dayField('from')}
          {dayField('to', isInOrder(range) ? '' : texts.toBeforeFrom)}
        </>
      )}
    </>
  );
};
