/** A secret that is shown this once: not kept, not told of elsewhere, gone with the dialog. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts-context.tsx';

type Props = {
  title: string;
  secret: string;
  onClose: () => void;
  /** What the button that copies it says, where it is no password. */
  copyText?: string;
  children?: ReactNode;
};

export const ShownOnce = ({ title, secret, onClose, copyText, children }: Props) => {
  const { person: texts } = useTexts();
  return (
    <Modal
      visible
      header={title}
      closeAriaLabel={texts.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            {texts.close}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">{texts.shownOnce}</Alert>
        <Box variant="code" fontSize="heading-m">
          {secret}
        </Box>
        <CopyToClipboard
          textToCopy={secret}
          copyButtonText={copyText ?? texts.copy}
          copySuccessText={texts.copied}
          copyErrorText={texts.copyFailed}
        />
        {children}
      </SpaceBetween>
    </Modal>
  );
};
