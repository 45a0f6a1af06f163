import styles from './study.module.css';

type Marks = 'solid' | 'plain' | 'rising' | 'falling' | 'dots' | 'level' | 'upright' | 'crossed';

interface Texture {
  readonly family: 'sea' | 'hull';
  readonly marks: Marks;
}

/** Neighbours differ in tone as well as in pattern, as they mostly lie side by side. */
const textures: readonly Texture[] = [
  { family: 'sea', marks: 'solid' },
  { family: 'sea', marks: 'rising' },
  { family: 'hull', marks: 'solid' },
  { family: 'hull', marks: 'falling' },
  { family: 'sea', marks: 'dots' },
  { family: 'hull', marks: 'level' },
  { family: 'sea', marks: 'crossed' },
  { family: 'hull', marks: 'dots' },
  { family: 'sea', marks: 'upright' },
  { family: 'hull', marks: 'crossed' },
  { family: 'sea', marks: 'plain' },
  { family: 'hull', marks: 'plain' },
];

const paths: Readonly<Record<Exclude<Marks, 'solid' | 'plain'>, string>> = {
  rising: 'M-2 2 2 -2M0 8 8 0M6 10 10 6',
  falling: 'M-2 6 2 10M0 0 8 8M6 -2 10 2',
  dots: 'M2 2h0M6 6h0',
  level: 'M0 2H8M0 6H8',
  upright: 'M2 0V8M6 0V8',
  crossed: 'M0 0 8 8M0 8 8 0',
};

/** The twelve textures, to be put once into a drawing; `prefix` keeps their ids apart from other drawings'. */
export function TextureDefs({ prefix, count }: { readonly prefix: string; readonly count: number }) {
  return (
    <defs>
      {textures.slice(0, count).map(({ family, marks }, i) => (
        <pattern
          key={`${family} ${marks}`}
          id={`${prefix}-${i}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
        >
          <rect
            className={marks === 'solid' ? styles.solid : styles.ground}
            data-family={family}
            width="8"
            height="8"
          />
          {marks !== 'solid' && marks !== 'plain' && (
            <path
              className={marks === 'dots' ? `${styles.mark} ${styles.dots}` : styles.mark}
              data-family={family}
              d={paths[marks]}
            />
          )}
        </pattern>
      ))}
    </defs>
  );
}

/** The fill of the n-th texture; they begin again after the twelfth. */
export function textureFill(prefix: string, index: number): string {
  return `url(#${prefix}-${index % textures.length})`;
}

interface TextureKeyProps {
  readonly prefix: string;
  readonly items: readonly { readonly label: string; readonly texture: number }[];
}

/** What each texture means. */
export function TextureKey({ prefix, items }: TextureKeyProps) {
  return (
    <ul className={styles.key} data-picture="">
      {items.map(({ label, texture }) => (
        <li key={label}>
          <svg width="26" height="13" aria-hidden="true">
            <rect
              className={styles.swatch}
              fill={textureFill(prefix, texture)}
              width="26"
              height="13"
              rx="2"
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
