import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderExport } from '../../../../../src/share/render-export.ts';
import { heat } from '../../../../../src/sizing/calculators/heat/index.ts';
import type { ExportContent } from '../../../../../src/sizing/core/export-document.ts';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { anyPlan } from '../any-plan.ts';
import { planWith } from '../plans.ts';

interface HeatOption {
  readonly group: string;
  readonly name: string;
}

const dataFile = new URL('../../../../../../shared/data/heat-options.json', import.meta.url);
const data: { readonly options: readonly HeatOption[] } | undefined = existsSync(dataFile)
  ? JSON.parse(readFileSync(dataFile, 'utf8'))
  : undefined;

const option = {
  engineWorkers: 8,
  apiWorkers: 4,
  poolSize: 16,
  overflow: 20,
  convergence: true,
  executorThreads: 32,
};

function contentOf(id: string, exportTarget: string, release: string, own: Inputs = option): ExportContent {
  const documents = heat.exports(planWith({ exportTarget, release }, own), 'A', {
    link: 'https://example.org/#heat',
  });
  const found = documents.find((document) => document.id === id);
  if (!found) throw new Error(`There is no document ${id}: ${documents.map((d) => d.id).join()}`);
  return found.content;
}

function textOf(id: string, exportTarget: string, release: string, own: Inputs = option): string {
  const content = contentOf(id, exportTarget, release, own);
  if (content.kind === 'refused') throw new Error(content.reason);
  return renderExport(content).text;
}

/** Options of an ini text as "section.option = value". */
function optionsIn(text: string): readonly string[] {
  let section = '';
  return text.split('\n').flatMap((line) => {
    if (line === '' || line.startsWith('#')) return [];
    const header = /^\[(\w+)\]$/.exec(line)?.[1];
    if (header !== undefined) section = header;
    return header === undefined ? [`${section}.${line}`] : [];
  });
}

const rest = [
  'DEFAULT.convergence_engine = true',
  'DEFAULT.rpc_response_timeout = 120',
  'DEFAULT.max_stacks_per_tenant = 100',
  'DEFAULT.max_resources_per_stack = 1000',
  'DEFAULT.executor_thread_pool_size = 32',
];
const pools = ['database.max_pool_size = 16', 'database.max_overflow = 20'];

describe('changes against the baseline', () => {
  it('are none for the baseline itself', () => {
    const content = contentOf('conf-changes', 'conf', '16');
    if (content.kind !== 'changes') throw new Error('These are no changes.');
    expect(content.before).toEqual(content.after);
  });
});

describe('files for heat.conf', () => {
  it.each(['12', '13', '16'])('hold every setting in its section for release %s', (release) => {
    expect(optionsIn(textOf('conf', 'conf', release))).toEqual([
      'DEFAULT.num_engine_workers = 8',
      ...rest,
      ...pools,
      'heat_api.workers = 4',
    ]);
  });

  it('have no workers of heat-api from Heat 25 on, and say so', () => {
    const text = textOf('conf', 'conf', '25');
    expect(optionsIn(text)).toEqual(['DEFAULT.num_engine_workers = 8', ...rest, ...pools]);
    expect(text).toContain('# NOT IN THIS FILE: 4 API processes');
  });

  it.skipIf(!data)(
    'hold only options that Heat 19 accepts (skipped where the list of options is absent)',
    () => {
      const accepted = new Set(data?.options.map(({ group, name }) => `${group}.${name}`));
      fc.assert(
        fc.property(anyPlan, fc.constantFrom('kolla', 'osa', 'conf'), (made, exportTarget) => {
          const plan = { ...made, shared: { ...made.shared, exportTarget, release: '16' } };
          for (const { content, id } of heat.exports(plan, 'B', { link: 'https://a.test/#x' })) {
            const names =
              content.kind === 'ini'
                ? content.sections.flatMap(({ entries, name }) => entries.map(({ key }) => `${name}.${key}`))
                : [];
            expect([id, names.filter((name) => !accepted.has(name))]).toEqual([id, []]);
          }
        }),
      );
      for (const [id, target] of [
        ['conf', 'conf'],
        ['override', 'kolla'],
      ] as const) {
        const names = optionsIn(textOf(id, target, '16')).map((line) => line.replace(/ = .*/, ''));
        expect(names.length).toBeGreaterThan(6);
        expect(names.filter((name) => !accepted.has(name))).toEqual([]);
      }
      const overrides: Record<string, object> = parse(
        textOf('variables', 'osa', '16'),
      ).heat_heat_conf_overrides;
      const nested = Object.entries(overrides).flatMap(([group, own]) =>
        Object.keys(own).map((name) => `${group}.${name}`),
      );
      expect(nested.length).toBeGreaterThan(4);
      expect(nested.filter((name) => !accepted.has(name))).toEqual([]);
    },
  );

  it('leave out what is not set', () => {
    expect(textOf('conf', 'conf', '16', { ...option, executorThreads: null })).not.toContain('executor');
  });

  it('show what changes from the baseline', () => {
    const plan = planWith({ exportTarget: 'conf' }, option, { ...option, engineWorkers: 12 });
    const changes = heat.exports(plan, 'B', { link: '' }).find((d) => d.id === 'conf-changes');
    if (!changes || changes.content.kind === 'refused') throw new Error('no changes');
    const lines = renderExport(changes.content).lines.filter((line) => line.sign !== ' ');
    expect(lines.map((line) => line.sign + line.text)).toEqual([
      '-num_engine_workers = 8',
      '+num_engine_workers = 12',
    ]);
  });
});

describe('files for kolla-ansible', () => {
  it.each(['16', '25'])(
    'are globals with what it has variables for, and an override of heat.conf with the rest, for release %s',
    (release) => {
      expect(parse(textOf('globals', 'kolla', release))).toEqual({
        heat_engine_workers: 8,
        heat_api_workers: 4,
      });
      expect(optionsIn(textOf('override', 'kolla', release))).toEqual([...rest, ...pools]);
    },
  );

  it('say where a variable came later than the first of the releases', () => {
    const text = textOf('globals', 'kolla', '16');
    expect(text).toContain('heat_engine_workers: 8 # From Heat 19 (Zed) on.');
    expect(textOf('globals', 'kolla', '25')).not.toContain('From Heat');
  });

  it.each(['12', '13'])('have no globals for release %s, whose workers stand in the override', (release) => {
    expect(contentOf('globals', 'kolla', release)).toMatchObject({ kind: 'refused' });
    expect(optionsIn(textOf('override', 'kolla', release))).toEqual([
      'DEFAULT.num_engine_workers = 8',
      ...rest,
      ...pools,
      'heat_api.workers = 4',
    ]);
  });
});

describe('files for openstack-ansible', () => {
  const sections = {
    DEFAULT: {
      convergence_engine: true,
      rpc_response_timeout: 120,
      max_stacks_per_tenant: 100,
      max_resources_per_stack: 1000,
      executor_thread_pool_size: 32,
    },
  };

  it.each(['16', '25'])(
    'are variables, with the rest in the overrides of heat.conf, for release %s',
    (release) => {
      expect(parse(textOf('variables', 'osa', release))).toEqual({
        heat_engine_workers: 8,
        heat_wsgi_processes: 4,
        heat_db_max_pool_size: 16,
        heat_db_max_overflow: 20,
        heat_heat_conf_overrides: sections,
      });
    },
  );

  it.each(['12', '13'])('have no variables for pools before Yoga, as in release %s', (release) => {
    expect(parse(textOf('variables', 'osa', release))).toEqual({
      heat_engine_workers: 8,
      heat_wsgi_processes: 4,
      heat_heat_conf_overrides: { ...sections, database: { max_pool_size: 16, max_overflow: 20 } },
    });
  });
});
