import styles from './icon.module.css';

const paths = {
  undo: 'M6 4 2.5 7.5 6 11M3 7.5h6.5a4 4 0 0 1 0 8H7',
  redo: 'M10 4l3.5 3.5L10 11M13 7.5H6.5a4 4 0 0 0 0 8H9',
  link: 'M6.8 9.2l2.4-2.4M7.6 4.6l1.5-1.5a2.7 2.7 0 0 1 3.8 3.8l-1.5 1.5M8.4 11.4l-1.5 1.5a2.7 2.7 0 0 1-3.8-3.8l1.5-1.5',
  plus: 'M8 3v10M3 8h10',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  save: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 11v3h11v-3',
  import: 'M8 10V2M4.8 5.2 8 2l3.2 3.2M2.5 11v3h11v-3',
  file: 'M3.5 1.8h5.7L12.5 5v9.2h-9zM9 1.8V5.2h3.5',
  book: 'M8 4.2C6.7 3 4.8 2.7 2 2.8v9.6c2.8-.1 4.7.2 6 1.4 1.3-1.2 3.2-1.5 6-1.4V2.8c-2.8-.1-4.7.2-6 1.4zM8 4.2v9.6',
  print: 'M4.5 6V2h7v4M4.5 11.5h-2v-5h11v5h-2M4.5 9.5h7v4.5h-7z',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  down: 'M4 6l4 4 4-4',
  edit: 'M3 13l.7-3L11 2.7l2.3 2.3L6 12.3z',
  more: 'M3.6 8a.3.3 0 1 1-.6 0 .3.3 0 0 1 .6 0M8.3 8a.3.3 0 1 1-.6 0 .3.3 0 0 1 .6 0M13 8a.3.3 0 1 1-.6 0 .3.3 0 0 1 .6 0',
  help: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M6.2 6.2c.2-2.3 3.7-2.2 3.6.1C9.8 7.6 8 7.7 8 9.2M8 11.6h.01',
  light:
    'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M3 13l1.2-1.2M11.8 4.2 13 3',
  dark: 'M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1z',
  system: 'M1.8 3h12.4v8.2H1.8zM5.5 14h5M8 11.2V14',
} as const;

export type IconName = keyof typeof paths;

/** A 16 px line drawing beside or instead of a word; its button carries the name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
