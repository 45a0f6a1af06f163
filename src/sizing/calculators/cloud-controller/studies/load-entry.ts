import type { StudyEntry } from '../../../core/study.ts';
import type { params } from '../params.ts';
import type { Sizing } from '../size.ts';
import { logAttachment } from './load/log-attachment.ts';

/** The Load view; in a worker, because percentiles take longer than a keystroke. */
export const loadEntry: StudyEntry<typeof params, Sizing> = {
  id: 'load',
  title: 'Load',
  attachments: [logAttachment],
  isHeavy: true,
  load: () => import('./load.ts'),
};
