import { describe, expect, it } from 'vitest';
import { readSamples } from '../../../../../../src/sizing/calculators/cloud-controller/studies/fine-tune/read-samples.ts';
import { quoted } from './tune.ts';
import { problemsIn, samplesIn, valuesIn } from './values-in.ts';

describe('readSamples, of names and values', () => {
  it.each([
    'outstanding',
    'outstanding_requests',
    'requests_outstanding',
    'cc_requests_outstanding',
    ' Outstanding ',
  ])('takes %j for outstanding requests', (name) => {
    const { columns } = samplesIn(`${name}\n1`);
    expect(columns.map((c) => [c.metric, c.name])).toEqual([['outstanding', name]]);
  });

  it.each([
    ['cc.requests.outstanding.gauge', 'outstanding'],
    ['cc_requests_outstanding_total', 'outstanding'],
    ['cc_requests_outstanding_total{instance="10.0.0.1:9395"}', 'outstanding'],
    ['system.cpu.user', 'cpuUser'],
    ['CPU User', 'cpuUser'],
    ['cpu', 'cpuUser'],
    ['user_cpu', 'cpuUser'],
    ['load', 'loadAverage'],
    ['load_average', 'loadAverage'],
    ['Load average', 'loadAverage'],
    ['cc.vitals.cpu_load_avg', 'loadAverage'],
    ['cpu_load_avg', 'loadAverage'],
    ['vitals.cpu_load_avg', 'loadAverage'],
    ['_cpu user!', 'cpuUser'],
    ['cpu{mode="user"} of all', 'cpuUser'],
  ])('takes %j for %s', (name, metric) => {
    expect(samplesIn(`${quoted(name)}\n1`).columns.map((c) => c.metric)).toEqual([metric]);
  });

  it.each(['cpus', 'a cpu', 'cpu 2', 'load1', 'total_outstanding'])('does not know the column %j', (name) => {
    expect(problemsIn(`${name}\n1`)[0]).toContain('No column is known');
  });

  it.each([
    ['1', 1],
    ['+1', 1],
    ['1.', 1],
    ['1.25', 1.25],
    ['12.5', 12.5],
    ['.5', 0.5],
    ['.25', 0.25],
    ['1e2', 100],
    ['1E+2', 100],
    ['1e-2', 0.01],
    ['1.5e100', 1.5e100],
    ['-0', -0],
    [' 7 ', 7],
  ])('reads %j', (cell, value) => {
    expect(valuesIn(`load\n${cell}\n`)).toEqual([[value]]);
  });

  it.each(['1e', 'e2', '.', '1e1000', '1.2.3', '1 2', '--1', '1x', 'x1', '1_000', '0x1', 'nana', '-n/a'])(
    'reads no number in %j',
    (cell) => expect(problemsIn(`load\n1\n${cell}\n`)).toEqual([`Row 3: “${cell}” is no number (load).`]),
  );

  it.each(['', 'NaN', 'null', 'None', 'na', 'N/A', '-'])('takes %j for a missing value', (cell) => {
    expect(readSamples(`load,cpu\n1,0.5\n${cell},0.5\n`)).toMatchObject({
      kind: 'samples',
      missing: 1,
      rows: 2,
    });
  });
});
