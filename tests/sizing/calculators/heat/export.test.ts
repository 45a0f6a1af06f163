import { describe, expect, it } from 'vitest';
import { heat } from '../../../../src/sizing/calculators/heat/index.ts';
import type { FileContent } from '../../../../src/sizing/core/export-document.ts';
import type { Letter, Plan } from '../../../../src/sizing/core/plan.ts';
import { firstVisit, planWith } from './plans.ts';

const link = 'https://example.org/#heat';
const { plan } = firstVisit();

function documentOf(id: string, from: Plan, selected: Letter) {
  const found = heat.exports(from, selected, { link }).find((document) => document.id === id);
  if (!found) throw new Error(`There is no document ${id}.`);
  return found;
}

function globalsOf(from: Plan, selected: Letter) {
  const { content } = documentOf('globals', from, selected);
  if (content.kind !== 'settings') throw new Error('Globals are settings.');
  return content;
}

const pairs = (content: FileContent) =>
  content.kind === 'settings' ? content.entries.map(({ key, value }) => [key, value]) : [];

describe('exports', () => {
  it('writes all settings of the guide under their own names', () => {
    expect(documentOf('globals', plan, 'C').filename).toBe('_50_orchestration.yml');
    expect(pairs(globalsOf(plan, 'C'))).toEqual([
      ['heat_engine_workers', 8],
      ['heat_api_workers', 4],
      ['heat_convergence_engine', true],
      ['heat_db_max_pool_size', 16],
      ['heat_db_max_overflow', 0],
      ['heat_rpc_response_timeout', 120],
      ['heat_max_stacks_per_tenant', 100],
      ['heat_max_resources_per_stack', 1000],
    ]);
  });

  it('names option, sum and link first, and warns of nothing when all fits', () => {
    const { comments } = globalsOf(plan, 'C');
    expect(comments).toContain('Option C: Table + pool');
    expect(comments).toContain('Connections by the guide: 3 × (8 + 4) × (16 + 0) = 576');
    expect(comments).toContain('Connections, upstream: 1,920');
    expect(comments).toContain(link);
    expect(comments.filter((line) => line.startsWith('WARNING'))).toEqual([]);
  });

  it('warns of connections over the limit and of a pool under the rule', () => {
    expect(globalsOf(plan, 'B').comments).toEqual(
      expect.arrayContaining([
        'WARNING: 480 over the 600 connections free',
        'WARNING: pool 10 is under 2 × 8 engine workers',
      ]),
    );
  });

  it('says which setting does not fit into the file', () => {
    const comments = globalsOf(planWith({}, { executorThreads: 16 }), 'A').comments;
    expect(comments.some((line) => line.includes('executor_thread_pool_size = 16 in heat.conf'))).toBe(true);
  });

  it('shows what changes from the baseline', () => {
    const { content } = documentOf('changes', plan, 'C');
    if (content.kind !== 'changes') throw new Error('Changes are changes.');
    const before = pairs(content.before);
    const changed = pairs(content.after).filter(([, value], at) => value !== before[at]?.[1]);
    expect(changed).toEqual([
      ['heat_engine_workers', 8],
      ['heat_db_max_pool_size', 16],
      ['heat_db_max_overflow', 0],
    ]);
  });

  it('deploys, checks and alerts with the guide’s own commands', () => {
    const { content } = documentOf('deploy', plan, 'C');
    const lines = content.kind === 'text' ? content.text.split('\n') : [];
    expect(lines).toContain('xavs-ansible deploy -t heat');
    expect(lines).toContain('openstack orchestration service list');
    expect(lines).toContain('# Alert, in XIMP: orchestration_engine_up == 0');
  });

  it('exports nothing for an option that cannot be sized', () => {
    expect(heat.exports(planWith({ resources: 1, longestChain: 2 }), 'A', { link })).toEqual([]);
  });
});
