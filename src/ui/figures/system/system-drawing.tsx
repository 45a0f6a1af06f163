import { Fragment, memo, useMemo, useRef } from 'react';
import type { SystemFigure, SystemStage } from '../../../sizing/core/study-figures.ts';
import { ToneSign } from '../study/tone-sign.tsx';
import { useWidth } from '../use-width.ts';
import { HostBox } from './host-box.tsx';
import { type HostLayout, hostLayout } from './host-layout.ts';
import styles from './system.module.css';
import { SystemKey } from './system-key.tsx';
import { bundledHosts, type HostBundle, systemScale } from './system-scale.ts';
import { groupName, hostSentence } from './system-text.ts';

interface PlacedGroup {
  readonly group: SystemStage['groups'][number];
  readonly hosts: readonly { readonly bundle: HostBundle; readonly layout: HostLayout }[];
}

const linkWidth = 68;
const stagePadding = 22;
const leastStage = 92;
/** Above this, a stage's words stand beside its hosts when stages are stacked. */
const wideFrom = 520;

/** The stages side by side, or one below the other where they do not fit, with what flows between them. */
export const SystemDrawing = memo(function SystemDrawing({ figure }: { readonly figure: SystemFigure }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 340);
  const scale = useMemo(() => systemScale(figure), [figure]);
  const stages = useMemo(
    () => figure.stages.map((stage) => ({ stage, groups: placedGroups(stage, scale) })),
    [figure, scale],
  );
  const needed = stages.reduce((sum, { groups }) => sum + leastWidth(groups) + linkWidth, -linkWidth);
  const isStacked = needed > width;
  const isWide = isStacked && width >= wideFrom;
  return (
    <div ref={box}>
      <SystemKey figure={figure} scale={scale} />
      <div className={styles.flow} data-stacked={isStacked ? '' : undefined} data-picture="">
        {stages.map(({ stage, groups }, i) => (
          <Fragment key={stage.id}>
            {i > 0 && <Link link={figure.links[i - 1]} isStacked={isStacked} isWide={isWide} />}
            <Stage stage={stage} groups={groups} isWide={isWide} />
          </Fragment>
        ))}
      </div>
    </div>
  );
});

function placedGroups(stage: SystemStage, scale: ReturnType<typeof systemScale>): readonly PlacedGroup[] {
  return stage.groups.map((group) => ({
    group,
    hosts: bundledHosts(
      group.hosts.map((host) => ({ ...host, isLost: host.isLost || group.isLost })),
      scale,
    ).map((bundle) => ({ bundle, layout: hostLayout(bundle, scale) })),
  }));
}

/** As narrow as a stage can be: its widest host. */
function leastWidth(groups: readonly PlacedGroup[]): number {
  const hosts = groups.flatMap((group) => group.hosts.map(({ layout }) => layout.width));
  return Math.max(leastStage, ...hosts.map((w) => w + stagePadding));
}

interface StageProps {
  readonly stage: SystemStage;
  readonly groups: readonly PlacedGroup[];
  readonly isWide: boolean;
}

function Stage({ stage, groups, isWide }: StageProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups pictures.
    <div role="group" aria-label={stage.title} className={styles.stage} data-wide={isWide ? '' : undefined}>
      <div>
        <h3>{stage.title}</h3>
        {stage.detail !== '' && <p className={styles.detail}>{stage.detail}</p>}
      </div>
      <div className={styles.groups}>
        {groups.map(({ group, hosts }, i) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups pictures.
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: groups have no identity but their place; most have no title.
            key={i}
            role="group"
            aria-label={groupName(stage, group)}
            className={styles.group}
            data-lost={group.isLost ? '' : undefined}
          >
            {group.title !== '' && (
              <p className={styles.groupTitle}>
                <span>{group.title}</span> {group.isLost && <strong>lost</strong>}
              </p>
            )}
            <div className={styles.hosts}>
              {hosts.map(({ bundle, layout }) => (
                <HostBox
                  key={bundle.host.id}
                  layout={layout}
                  isLost={bundle.host.isLost}
                  spoken={hostSentence(bundle)}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

interface LinkProps {
  readonly link: SystemFigure['links'][number] | undefined;
  readonly isStacked: boolean;
  readonly isWide: boolean;
}

function Link({ link, isStacked, isWide }: LinkProps) {
  const tone = link?.tone ?? 'plain';
  return (
    <div className={styles.link} data-tone={tone} data-wide={isWide ? '' : undefined}>
      {isStacked ? (
        <svg width="28" height="34" aria-hidden="true">
          <path className={styles.line} d="M14 2V31M8.5 24 14 31.5 19.5 24" />
        </svg>
      ) : (
        <svg width="60" height="14" aria-hidden="true">
          <path className={styles.line} d="M0 7H59M51.5 1.5 59 7 51.5 12.5" />
        </svg>
      )}
      {link && link.label !== '' && (
        <p>
          <ToneSign tone={tone} />
          {link.label}
        </p>
      )}
    </div>
  );
}
