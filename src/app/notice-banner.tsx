import type { Notice } from '../state/notice.ts';
import { saveText } from '../ui/panels/save-text.ts';
import { Banner } from '../ui/shell/banner.tsx';
import { Button } from '../ui/shell/button.tsx';

interface NoticeBannerProps {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}

/** Something the user should know, with what can be done about it. */
export function NoticeBanner({ notice, onDismiss }: NoticeBannerProps) {
  const { actions = [], file, lines, severity, title } = notice;
  const hasActions = actions.length > 0 || file !== undefined;
  return (
    <Banner
      tone={severity}
      title={title}
      actions={
        hasActions && (
          <>
            {actions.map(({ label, run }) => (
              <Button key={label} size="small" onClick={run}>
                {label}
              </Button>
            ))}
            {file && (
              <Button size="small" onClick={() => saveText(file.name, file.text)}>
                Save its text
              </Button>
            )}
          </>
        )
      }
      onDismiss={onDismiss}
    >
      {lines.length === 1 && <p>{lines[0]}</p>}
      {lines.length > 1 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
