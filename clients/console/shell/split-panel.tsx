/** The panel beside the page: a page puts something into it, and takes it out again. */
import SplitPanel from '@cloudscape-design/components/split-panel';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

type Panel = { header: string; content: ReactNode; onClose: () => void };

const SetPanelContext = createContext<((panel: Panel | undefined) => void) | undefined>(undefined);
const PanelContext = createContext<Panel | undefined>(undefined);

/** Around the layout. */
export const SplitPanelProvider = ({ children }: { children: ReactNode }) => {
  const [panel, setPanel] = useState<Panel>();
  return (
    <SetPanelContext value={setPanel}>
      <PanelContext value={panel}>{children}</PanelContext>
    </SetPanelContext>
  );
};

/** Shows its children in the panel for as long as it is there. */
export const InSplitPanel = ({
  header,
  onClose,
  children,
}: {
  header: string;
  onClose: () => void;
  children: ReactNode;
}) => {
  const setPanel = useContext(SetPanelContext);
  useEffect(() => {
    setPanel?.({ header, content: children, onClose });
  }, [setPanel, header, children, onClose]);
  useEffect(() => () => setPanel?.(undefined), [setPanel]);
  return null;
};

/** The panel for the layout, undefined where nothing is in it. */
export const useSplitPanel = (): { panel: ReactNode; close: () => void } | undefined => {
  const panel = useContext(PanelContext);
  return panel && { panel: <SplitPanel header={panel.header}>{panel.content}</SplitPanel>, close: panel.onClose };
};
