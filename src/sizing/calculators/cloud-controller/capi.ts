import type { FleetInputs } from './params.ts';
import type { ReleaseSpan } from './targets/capi-targets.ts';

/** What the job spec and the bundled servers of a range of capi-release do. Source. */
export interface CapiRange extends ReleaseSpan {
  readonly label: string;
  readonly hasThin: boolean;
  /** `cc.temporary_enable_deprecated_thin_webserver` exists: Puma is the default and Thin must be asked for. */
  readonly isPumaDefault: boolean;
  readonly queue: 'shared' | 'own' | 'own, kept alive';
}

export const capiRanges: Readonly<Record<FleetInputs['capi'], CapiRange>> = {
  '1.138': {
    label: '1.138–1.195',
    first: 138,
    last: 195,
    hasThin: true,
    isPumaDefault: false,
    queue: 'shared',
  },
  '1.196': {
    label: '1.196–1.217',
    first: 196,
    last: 217,
    hasThin: true,
    isPumaDefault: true,
    queue: 'shared',
  },
  '1.218': { label: '1.218–1.222', first: 218, last: 222, hasThin: true, isPumaDefault: true, queue: 'own' },
  '1.223': { label: '1.223–1.235', first: 223, last: 235, hasThin: false, isPumaDefault: true, queue: 'own' },
  '1.236': {
    label: 'after 1.235',
    first: 236,
    last: null,
    hasThin: false,
    isPumaDefault: true,
    queue: 'own, kept alive',
  },
};
