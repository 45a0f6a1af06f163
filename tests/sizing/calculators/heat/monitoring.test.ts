import { describe, expect, it } from 'vitest';
import { heat } from '../../../../src/sizing/calculators/heat/index.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { planWith, table } from './plans.ts';

function textOf(id: string, shared: Inputs = {}, own: Inputs = {}): string {
  const documents = heat.exports(planWith(shared, { ...table, ...own }), 'A', { link: '' });
  const content = documents.find((document) => document.id === id)?.content;
  if (content?.kind !== 'text') throw new Error(`There is no text ${id}.`);
  return content.text;
}

const monitoring = (controllers: number, engineWorkers: number) =>
  textOf('monitoring', { controllers }, { engineWorkers });
const hostsIn = (text: string) => text.match(/^\| controller-\d+/gm) ?? [];

describe('monitoring documents', () => {
  it('says what the service list must show, one in the singular', () => {
    expect(monitoring(3, 8)).toContain('here 24: 8 workers on each of 3 controllers.');
    expect(monitoring(1, 1)).toContain('here 1: 1 worker on each of 1 controller.');
    expect(textOf('alert', { controllers: 1 }, { engineWorkers: 1 })).toContain(
      '# 1 engine process, each up.',
    );
  });

  it('names the ceiling that open connections are to be watched against', () => {
    expect(monitoring(3, 8)).toContain('against 576 at most.');
  });

  it('lists the processes of each controller in turn', () => {
    const hosts = hostsIn(monitoring(3, 2));
    expect(hosts).toEqual([1, 1, 2, 2, 3, 3].map((at) => `| controller-${at}`));
  });

  it('lists 48 processes in full, and of more those of one controller', () => {
    expect(hostsIn(monitoring(6, 8))).toHaveLength(48);
    expect(monitoring(6, 8)).not.toContain('more,');
    // 49 and 51 processes: 1 and 17 are listed.
    expect(monitoring(3, 17)).toContain('… and 34 rows more, 51 in all');
    expect(hostsIn(monitoring(3, 17))).toHaveLength(17);
    expect(hostsIn(monitoring(1, 49))).toHaveLength(48);
    expect(monitoring(1, 49)).toContain('… and 1 row more, 49 in all');
  });

  it('draws the list as a frame of equal lines', () => {
    const frame = monitoring(3, 8)
      .split('\n')
      .filter((line) => /^[+|]/.test(line));
    // Two rules around the head, one at the end, and 24 rows.
    expect(frame).toHaveLength(24 + 4);
    expect(new Set(frame.map((line) => line.length)).size).toBe(1);
    expect(frame.filter((line) => /^\+(?:-+\+){7}$/.test(line))).toHaveLength(3);
    expect([frame[0], frame[2], frame.at(-1)].every((line) => line?.startsWith('+'))).toBe(true);
    // A space on either side of the widest text of each column.
    expect(frame[1]).toBe(
      '| Hostname     | Binary      | Engine ID    | Host         | Topic  | Updated At        | Status |',
    );
    expect(frame[3]).toBe(
      '| controller-1 | heat-engine | (its own id) | controller-1 | engine | (under 2 min ago) | up     |',
    );
  });

  it('hands both over as files that their tools read', () => {
    const documents = heat.exports(planWith({}, table), 'A', { link: '' });
    expect(documents.map(({ filename, id }) => [id, filename])).toEqual([
      ['globals', '_50_orchestration.yml'],
      ['changes', '_50_orchestration.diff'],
      ['deploy', 'heat-deploy.sh'],
      ['alert', 'heat-engine.rules.yml'],
      ['monitoring', 'heat-monitoring.md'],
    ]);
    const languages = documents.map(({ content }) =>
      content.kind === 'text' ? content.language : content.kind,
    );
    expect(languages).toEqual(['settings', 'changes', 'shell', 'yaml', 'markdown']);
  });
});

describe('deploy commands', () => {
  const lines = (exportTarget: string) => textOf('deploy', { exportTarget, controllers: 1 }).split('\n');

  it.each([
    ['guide', 'xavs-ansible deploy -t heat'],
    ['kolla', 'kolla-ansible reconfigure -i INVENTORY -t heat'],
    ['osa', 'openstack-ansible os-heat-install.yml'],
    ['conf', 'systemctl restart heat-engine heat-api'],
  ])('are those of %s', (exportTarget, command) => {
    expect(lines(exportTarget)).toContain(command);
    expect(lines(exportTarget)).toContain('# Expected: every service shows status up, on 1 controller.');
    expect(lines(exportTarget)).toContain('openstack orchestration service list');
  });

  it('name the place of the guide’s settings and its alert for the guide’s tool only', () => {
    const guide = lines('guide').join('\n');
    expect(guide).toContain(
      '# Needs the admin role. Settings stand in /etc/xavs/globals.d/_50_orchestration.yml',
    );
    expect(guide).toContain('# Alert, in XIMP');
    for (const target of ['kolla', 'osa', 'conf'])
      expect(lines(target).join('\n')).not.toMatch(/XIMP|xavs|admin/);
  });
});

describe('file header', () => {
  function commentsOf(shared: Inputs, own: Inputs): readonly string[] {
    const plan = planWith(shared, { ...table, ...own });
    const content = heat.exports(plan, 'A', { link: 'https://example.org/#heat' })[0]?.content;
    return content?.kind === 'settings' ? content.comments : [];
  }

  it('is path, option, connections by both reckonings and the link', () => {
    expect(commentsOf({}, {})).toEqual([
      '/etc/xavs/globals.d/_50_orchestration.yml',
      'Option A: Option 1',
      'Connections by the guide: 3 × (8 + 4) × (16 + 0) = 576',
      'Connections, upstream: 1,920',
      'https://example.org/#heat',
    ]);
    expect(commentsOf({ reckonBy: 'upstream' }, {}).slice(2, 4)).toEqual([
      'Connections by the source code: 3 × 8 × (16 + 64) = 1,920',
      'Connections, guide: 576',
    ]);
  });

  it('does not repeat a number that both give', () => {
    // 3 × 12 × (17 + 37) = 1,944 = 3 × 8 × (17 + 64).
    const comments = commentsOf({}, { poolSize: 17, overflow: 37 });
    expect(comments.filter((line) => line.startsWith('Connections'))).toEqual([
      'Connections by the guide: 3 × (8 + 4) × (17 + 37) = 1,944',
    ]);
  });

  it('warns of what is wrong, at the limit of nothing', () => {
    const warnings = (shared: Inputs, own: Inputs = {}) =>
      commentsOf(shared, own).filter((line) => line.startsWith('WARNING'));
    expect(warnings({ maxConnections: 576, resources: 1000 })).toEqual([]);
    expect(warnings({ maxConnections: 401, otherConnections: 400 })).toEqual([
      'WARNING: 575 over the 1 connection free',
    ]);
    expect(warnings({ resources: 1001 })).toEqual([
      'WARNING: a stack of 1,001 resources is over the limit per stack',
    ]);
    expect(warnings({}, { poolSize: 15 })).toEqual(['WARNING: pool 15 is under 2 × 8 engine workers']);
  });

  it('says what has no setting there, unless it is what Heat does anyway', () => {
    const missing = (executorThreads: number | null) =>
      commentsOf({}, { executorThreads }).filter((line) => line.startsWith('NOT IN THIS FILE'));
    expect(missing(null)).toEqual([]);
    expect(missing(64)).toEqual([]);
    expect(missing(63)).toEqual([
      'NOT IN THIS FILE: set executor_thread_pool_size = 63 in heat.conf, section [DEFAULT]',
    ]);
  });
});

describe('globals', () => {
  const contentOf = (id: string, ...options: readonly Inputs[]) =>
    heat
      .exports(planWith({}, ...options), options.length === 1 ? 'A' : 'B', { link: '' })
      .find((d) => d.id === id)?.content;

  it('say of a pool that is exactly the rule’s where it comes from', () => {
    const commented = (own: Inputs) => {
      const content = contentOf('globals', { ...table, ...own });
      return content?.kind === 'settings'
        ? content.entries.filter(({ comment }) => comment !== undefined)
        : [];
    };
    expect(commented({})).toEqual([{ key: 'heat_db_max_pool_size', value: 16, comment: '2 × 8' }]);
    expect(commented({ poolSize: 17 })).toEqual([]);
    // Not another setting of the same value.
    expect(commented({ poolSize: 20, overflow: 16 })).toEqual([]);
  });

  it('comment in a comparison on what changes only', () => {
    const comments = (before: Inputs) => {
      const content = contentOf('changes', { ...table, ...before }, table);
      if (content?.kind !== 'changes') throw new Error('These are no changes.');
      const entries = (side: typeof content.after) => (side.kind === 'settings' ? side.entries : []);
      expect(content.before).toMatchObject({ comments: [] });
      expect(content.after).toMatchObject({ comments: [] });
      expect(entries(content.before).every(({ comment }) => comment === undefined)).toBe(true);
      return entries(content.after).flatMap(({ comment }) => comment ?? []);
    };
    expect(comments({ engineWorkers: 4 })).toEqual([]);
    expect(comments({ poolSize: 10 })).toEqual(['2 × 8']);
  });
});
