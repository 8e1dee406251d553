/** What a list is looked through for, as it is typed. */
import Input from '@cloudscape-design/components/input';
import { useEffect, useState } from 'react';

type Props = { label: string; value: string; type: 'search' | 'text'; onChange: (value: string) => void };

/** Typing is not answered letter by letter. */
const pauseAfterTyping = 300;

export const TypedFilter = ({ label, value, type, onChange }: Props) => {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what to do with it does not start the wait anew
  useEffect(() => {
    if (typed === value) return;
    const waiting = setTimeout(() => onChange(typed.trim()), pauseAfterTyping);
    return () => clearTimeout(waiting);
  }, [typed]);
  return (
    <div className={type === 'search' ? 'main-filter' : undefined}>
      <Input
        type={type}
        ariaLabel={label}
        placeholder={label}
        value={typed}
        onChange={({ detail }) => setTyped(detail.value)}
      />
    </div>
  );
};
