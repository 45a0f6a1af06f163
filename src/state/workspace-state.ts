import type { Calculator } from '../sizing/core/calculator.ts';
import type { Notice, Status } from './notice.ts';

/** `elsewhere`: what is kept is another tab's version, and this one is not saved. */
export type SaveState = 'saved' | 'failed' | 'waiting' | 'elsewhere';

export interface WorkspaceState {
  /** Those loaded so far. */
  readonly calculators: readonly Calculator[];
  /** Id of the calculator on screen; null is the start page. */
  readonly current: string | null;
  readonly saveState: SaveState;
  readonly notices: readonly Notice[];
  readonly status: Status | null;
}
