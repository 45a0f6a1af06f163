import type { StudyEntry } from '../../core/study.ts';
import type { HeatParams } from './params.ts';
import type { HeatSizing } from './size.ts';
import { templateAttachments } from './studies/template/attachments.ts';

/** The views beside Size and compare; each loads when it is opened. */
export const studies: readonly StudyEntry<HeatParams, HeatSizing>[] = [
  {
    id: 'template',
    title: 'Template',
    attachments: templateAttachments,
    isHeavy: true,
    load: () => import('./studies/template.ts'),
  },
  { id: 'connections', title: 'Connections', load: () => import('./studies/connections.ts') },
  { id: 'what-if', title: 'What if', load: () => import('./studies/what-if.ts') },
  { id: 'load', title: 'Load', load: () => import('./studies/load.ts') },
];
