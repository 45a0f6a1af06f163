import { count, flag, text } from '../../../src/sizing/core/param.ts';
import type { Plan } from '../../../src/sizing/core/plan.ts';
import { createReport, resultOf } from '../../../src/sizing/documents/import-report.ts';
import { entryOf } from '../../../src/sizing/documents/located-node.ts';
import { readDocuments } from '../../../src/sizing/documents/read-documents.ts';

const base = { key: 'k', group: 'g', label: 'Threads' } as const;

const params = {
  threads: count({ ...base, scope: 'option', unit: 'threads', range: [1, 64], default: 20 }),
  load: count({ ...base, scope: 'shared', label: 'Load', unit: 'requests', range: [1, 1000], default: 400 }),
  lazy: flag({ ...base, scope: 'option', label: 'Lazy', default: false }),
  group: text({
    ...base,
    scope: 'option',
    label: 'Group',
    default: 'api',
    maxLength: 8,
    pattern: /^[a-z]+$/,
    accepts: 'use small letters',
  }),
};

export const twoOptions: Plan = {
  calculator: 'c',
  title: 'T',
  shared: { load: 300 },
  options: [
    { letter: 'A', name: 'One', inputs: { threads: 16, lazy: false, group: 'api' } },
    { letter: 'B', name: 'Two', inputs: { threads: 12, lazy: true, group: 'cc' } },
  ],
  baseline: 'A',
};

interface ReportSetup {
  readonly areQuotedSwitchesText: boolean;
  readonly plan: Plan;
}

/** A report on a text for option B of a plan, and the places under the keys of its outermost map. */
export function reportOn(
  source: string,
  { areQuotedSwitchesText = false, plan = twoOptions }: Partial<ReportSetup> = {},
) {
  const { documents, lineOf } = readDocuments(source);
  const document = documents[0];
  const report = createReport(params, { plan, selected: 'B' }, lineOf, { areQuotedSwitchesText });
  const at = (key: string) => {
    const node = entryOf(document?.root, key);
    if (!node) throw new Error(`no ${key}`);
    return { node, path: `/${key}`, name: key };
  };
  const finish = () =>
    resultOf(report, {
      kind: 'K',
      destination: 'selected',
      link: null,
      unused: { listed: [{ path: '/u', line: 1, column: 1 }], leftOut: 2 },
    });
  return { report, at, finish, repeats: document?.repeats ?? [] };
}
