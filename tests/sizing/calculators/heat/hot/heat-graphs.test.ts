import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../../../../src/sizing/calculators/heat/hot/read-template.ts';
import type { StackGraph } from '../../../../../src/sizing/calculators/heat/hot/template-graph.ts';
import type { JsonValue } from '../../../../../src/sizing/calculators/heat/hot/value.ts';

const data = join(import.meta.dirname, '../../../../../../shared/data');
const isPresent =
  existsSync(join(data, 'heat-graphs.json')) && existsSync(join(data, 'heat-graphs-synthetic.json'));
const reason = isPresent ? '' : ' (skipped: the graphs that Heat itself made are not on this machine)';

interface Expected {
  readonly error?: string;
  readonly shape_error?: string;
  readonly resources?: readonly { readonly name: string; readonly type: string }[];
  readonly explicit?: readonly {
    readonly from: string;
    readonly to: string;
    readonly via: readonly string[];
  }[];
  readonly implicit?: readonly { readonly from: string; readonly to: string }[];
  readonly disabled_by_condition?: readonly string[];
  readonly conditions?: Readonly<Record<string, boolean>>;
  readonly parameters_given?: Readonly<Record<string, JsonValue>>;
  readonly synthesized_parameters?: readonly string[];
  readonly shape?: { readonly depth: number; readonly leaves: number; readonly width: readonly number[] };
  readonly nested?: Readonly<Record<string, Expected>>;
}

interface Run {
  readonly key: string;
  readonly text: string;
  readonly path: string;
  readonly files: Readonly<Record<string, string>>;
  readonly expected: Expected;
}

function filesUnder(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

function expectedIn(file: string): readonly (readonly [string, Expected])[] {
  const all = JSON.parse(readFileSync(join(data, file), 'utf8')) as Readonly<Record<string, Expected>>;
  return Object.entries(all).filter(([key]) => key !== '_about');
}

function realRuns(): readonly Run[] {
  const byRepository = new Map<string, Readonly<Record<string, string>>>();
  return expectedIn('heat-graphs.json').map(([key, expected]) => {
    const [repository = '', rest = ''] = key.split(':');
    const path = rest.replace(/#alt$/, '');
    const folder = join(data, 'heat-templates', repository.replace('/', '__'));
    const files = byRepository.get(repository) ?? filesUnder(folder);
    byRepository.set(repository, files);
    return { key, path, files, text: files[path] ?? '', expected };
  });
}

function syntheticRuns(): readonly Run[] {
  const files = filesUnder(join(data, 'heat-synthetic'));
  return expectedIn('heat-graphs-synthetic.json').map(([key, expected]) => {
    const path = key.replace(/#alt$/, '');
    return { key, path, files, text: files[path] ?? '', expected };
  });
}

const runs = isPresent ? [...realRuns(), ...syntheticRuns()] : [];

function comparable(expected: Expected, withVia: boolean): unknown {
  const reasons = (via: readonly string[]): string => (withVia ? ` ${[...via].sort().join('+')}` : '');
  return {
    names: (expected.resources ?? []).map(({ name }) => name).sort(),
    explicit: (expected.explicit ?? []).map(({ from, to, via }) => `${from} > ${to}${reasons(via)}`).sort(),
    implicit: (expected.implicit ?? []).map(({ from, to }) => `${from} > ${to}`).sort(),
    disabled: [...(expected.disabled_by_condition ?? [])].sort(),
    shape: expected.shape,
  };
}

function found(graph: StackGraph): unknown {
  const isPlugin = ({ reasons }: StackGraph['edges'][number]): boolean => reasons.includes('plugin');
  const { depth, leaves, widths } = graph.shape;
  return {
    names: graph.resources.map(({ name }) => name).sort(),
    explicit: graph.edges
      .filter((edge) => !isPlugin(edge))
      .map(({ from, to, reasons }) => `${from} > ${to} ${[...reasons].sort().join('+')}`)
      .sort(),
    implicit: graph.edges
      .filter(isPlugin)
      .map(({ from, to }) => `${from} > ${to}`)
      .sort(),
    disabled: [...graph.disabledByCondition].sort(),
    shape: { depth, leaves, width: widths },
  };
}

function isAmong(files: Run['files'], name: string): boolean {
  return Object.keys(files).some((path) => basename(path) === basename(name));
}

function expectSame(graph: StackGraph, expected: Expected, files: Run['files']): void {
  expect(found(graph)).toEqual(comparable(expected, true));
  for (const [name, nested] of Object.entries(expected.nested ?? {})) {
    const resource = graph.resources.find((candidate) => candidate.name === name);
    // Heat says nothing of what is inside where it could not fetch the template, and some that it had are not here.
    const isAbsent = resource?.missingFile != null && !isAmong(files, resource.missingFile);
    if (nested.error === undefined && !isAbsent) {
      const inside = resource?.nested;
      expect(inside, `${name} holds a stack`).toBeTruthy();
      if (inside) {
        expectSame(inside, nested, files);
      }
    }
  }
}

describe.skipIf(!isPresent)(`graphOf against the graphs Heat itself made${reason}`, () => {
  it('has 82 real runs and 16 templates on the tricky rules to compare with', () => {
    expect(runs.length).toBeGreaterThanOrEqual(98);
  });

  it.each(runs.map((run) => [run.key, run] as const))('gives the same edges and shape for %s', (_, run) => {
    const reading = graphOf(run.text, {
      parameters: run.expected.parameters_given ?? {},
      files: run.files,
      fileName: run.path,
    });
    if (run.expected.shape_error !== undefined || run.expected.error !== undefined) {
      expect(reading.ok ? 'ok' : reading.problems[0]?.code).toBe(
        run.expected.shape_error === undefined ? 'unknown-reference' : 'cycle',
      );
      return;
    }
    expect(reading.ok ? [] : reading.problems).toEqual([]);
    if (reading.ok) {
      expectSame(reading.graph, run.expected, run.files);
      expect(Object.fromEntries(reading.graph.conditions.map(({ name, value }) => [name, value]))).toEqual(
        run.expected.conditions ?? {},
      );
    }
  });

  it.each(
    runs
      .filter((run) => run.expected.shape !== undefined && !run.key.endsWith('#alt'))
      .map((run) => [run.key, run] as const),
  )('asks for the parameters without a default and draws the same graph without them for %s', (_, run) => {
    const synthesized = new Set(run.expected.synthesized_parameters ?? []);
    const given = Object.entries(run.expected.parameters_given ?? {}).filter(
      ([name]) => !synthesized.has(name),
    );
    const reading = graphOf(run.text, {
      parameters: Object.fromEntries(given),
      files: run.files,
      fileName: run.path,
    });
    expect(reading.ok ? [] : reading.problems).toEqual([]);
    if (reading.ok) {
      expect(reading.graph.missingParameters.map(({ name }) => name).sort()).toEqual([...synthesized].sort());
      expectSame(reading.graph, run.expected, run.files);
    }
  });
});
