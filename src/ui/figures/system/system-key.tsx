import type { ReactNode } from 'react';
import type { SystemFigure, SystemPart } from '../../../sizing/core/study-figures.ts';
import styles from './system.module.css';
import type { SystemScale } from './system-scale.ts';

interface SystemKeyProps {
  readonly figure: SystemFigure;
  readonly scale: SystemScale;
}

/** What boxes, dots and marks mean; each kind once. */
export function SystemKey({ figure, scale }: SystemKeyProps) {
  const hosts = figure.systems.flatMap(({ cells }) => cells.flatMap((cell) => cell.hosts));
  const parts = hosts.flatMap((host) => host.parts);
  const hasDots = scale.pitchPx !== null;
  const processes = parts.filter((part) => part.shape === 'process');
  const slots = processes.find((part) => part.slots > 0);
  const demand = parts.find((part) => part.shape === 'demand');
  const hasLimit = parts.some((part) => part.shape === 'store' && part.limit !== null);
  const hasLost =
    figure.places.some(({ isLost }) => isLost) ||
    hosts.some(({ isLost }) => isLost) ||
    processes.some(({ lost }) => lost > 0);
  return (
    <ul className={styles.key} data-picture="">
      {processes.length > 0 && (
        <Item sign={<path className={styles.box} d="M3.5 1.5h19v13h-19z" />}>{labelsOf(processes)}</Item>
      )}
      {slots && hasDots && (
        <Item sign={<path className={styles.dots} strokeWidth={3} d="M9 8h0M14 8h0M19 8h0" />}>
          {slots.slotLabel}
          {demand && ` or ${demand.label}`}
        </Item>
      )}
      {demand && parts.some((part) => part.shape === 'demand' && part.short > 0) && (
        <Item
          sign={
            hasDots ? (
              <path className={styles.shortDots} strokeWidth={3} d="M9 8h0M14 8h0M19 8h0" />
            ) : (
              <path className={styles.over} d="M3.5 3.5h19v9h-19z" />
            )
          }
        >
          {demand.label} without a {slots?.slotLabel ?? 'slot'}
        </Item>
      )}
      {parts.some((part) => part.shape === 'helper') && (
        <Item sign={<path className={styles.helper} d="M9.5 4.5h7v7h-7z" />}>
          {labelsOf(parts.filter((part) => part.shape === 'helper'))}
        </Item>
      )}
      {hasLimit && (
        <Item
          sign={
            <>
              <path className={styles.fill} d="M7 9A6 2.5 0 0 1 19 9V13A6 2.5 0 0 1 7 13Z" />
              <path className={styles.rim} d="M7 3.5A6 2.5 0 0 1 19 3.5A6 2.5 0 0 1 7 3.5V13M19 3.5V13" />
            </>
          }
        >
          as high as the limit, filled to what may be used
        </Item>
      )}
      {hasLost && (
        <Item
          sign={
            <>
              <path className={styles.frame} data-lost="" d="M3.5 1.5h19v13h-19z" />
              <path className={styles.strike} d="M5 13L21 3" />
            </>
          }
        >
          out of service
        </Item>
      )}
      {!scale.hasEachHost && <li>×24: that many alike</li>}
    </ul>
  );
}

function labelsOf(parts: readonly SystemPart[]): string {
  return [...new Set(parts.map(({ label }) => label))].join(' or ');
}

function Item({ sign, children }: { readonly sign: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      <svg width="26" height="16" aria-hidden="true">
        {sign}
      </svg>
      <span>{children}</span>
    </li>
  );
}
