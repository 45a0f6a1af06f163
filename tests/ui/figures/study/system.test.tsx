import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { SystemFigure } from '../../../../src/sizing/core/study-figures.ts';
import { hostLayout } from '../../../../src/ui/figures/system/host-layout.ts';
import { bundledHosts, systemScale } from '../../../../src/ui/figures/system/system-scale.ts';
import { SystemPicture } from '../../../../src/ui/figures/system.tsx';
import { fleet } from './sample-figures.ts';

const hostsOf = (figure: SystemFigure) => figure.stages.flatMap((s) => s.groups.flatMap((g) => g.hosts));
const dotsIn = (path: string) => path.split('h0').length - 1;

function fleetOf(count: number): SystemFigure {
  const [stage] = fleet.stages;
  const [host] = hostsOf(fleet);
  if (!stage || !host) throw new Error('The sample has no host.');
  const hosts = Array.from({ length: count }, (_, i) => ({ ...host, id: `h${i}`, isLost: i === 3 }));
  return { ...fleet, stages: [{ ...stage, groups: [{ title: '', isLost: false, hosts }] }] };
}

describe('hostLayout', () => {
  it('draws every process, helper and slot, to be counted', () => {
    const scale = systemScale(fleet);
    const hosts = hostsOf(fleet).filter((h) => h.id.startsWith('api'));
    const boxes = hosts.flatMap((host) => hostLayout({ host, times: 1 }, scale).boxes);
    expect(boxes.filter((b) => b.shape === 'process')).toHaveLength(36);
    expect(boxes.filter((b) => b.shape === 'helper')).toHaveLength(72);
    expect(boxes.reduce((sum, b) => sum + dotsIn(b.dots), 0)).toBe(468);
  });

  it('draws as many as lost that are, and says so', () => {
    const host = hostsOf(fleet).find((h) => h.id === 'api-5');
    if (!host) throw new Error('The sample has no api-5.');
    const layout = hostLayout({ host, times: 1 }, systemScale(fleet));
    expect(layout.boxes.filter((b) => b.isLost)).toHaveLength(1);
    expect(layout.notes.map((n) => n.text)).toEqual(['1 of 4 out']);
  });

  it('keeps all boxes inside the host and apart', () => {
    const scale = systemScale(fleet);
    for (const host of hostsOf(fleet)) {
      const { boxes, width, height } = hostLayout({ host, times: 1 }, scale);
      for (const [i, a] of boxes.entries()) {
        expect(a.x + a.width).toBeLessThan(width);
        expect(a.y + a.height).toBeLessThan(height);
        for (const b of boxes.slice(i + 1))
          expect(
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
          ).toBe(true);
      }
    }
  });
});

describe('bundledHosts', () => {
  it('keeps hosts apart while they can be counted', () => {
    expect(bundledHosts(hostsOf(fleet), systemScale(fleet))).toHaveLength(10);
  });

  it('bundles alike hosts of a large fleet, the lost one apart', () => {
    const figure = fleetOf(500);
    const scale = systemScale(figure);
    expect(scale.hasEachProcess).toBe(false);
    const bundles = bundledHosts(hostsOf(figure), scale);
    expect(bundles.map((b) => [b.times, b.host.isLost])).toEqual([
      [499, false],
      [1, true],
    ]);
    const [bundle] = bundles;
    expect(bundle && hostLayout(bundle, scale).boxes.map((b) => b.text)).toEqual(['×4', '×8']);
  });
});

describe('SystemPicture', () => {
  it('says each host and what runs on it', () => {
    render(<SystemPicture figure={fleet} />);
    const zone = screen.getByRole('group', { name: 'Zone 2, 3 hosts' });
    const spoken = within(zone)
      .getAllByRole('img')
      .map((host) => host.getAttribute('aria-label'));
    expect(spoken).toEqual([
      'api/3: 4 × API worker with 13 slots each; 8 × Local worker.',
      'api/4: 4 × API worker with 13 slots each; 8 × Local worker. Lost.',
      'api/5: 4 × API worker with 13 slots each, 1 of them out; 8 × Local worker.',
    ]);
  });

  it('calls what is lost lost, and all hosts of a lost zone', () => {
    const lostZone: SystemFigure = {
      ...fleet,
      stages: fleet.stages.map((stage) => ({
        ...stage,
        groups: stage.groups.map((group) => ({ ...group, isLost: group.title === 'Zone 1' })),
      })),
    };
    render(<SystemPicture figure={lostZone} />);
    const zone = screen.getByRole('group', { name: 'Zone 1, 3 hosts, lost' });
    for (const host of within(zone).getAllByRole('img'))
      expect(host).toHaveAccessibleName(expect.stringMatching(/Lost\.$/));
    // The zone itself and its three hosts.
    expect(within(zone).getAllByText('lost')).toHaveLength(4);
  });

  it('labels what flows between stages, judged by a word', () => {
    render(<SystemPicture figure={fleet} />);
    expect(screen.getByText(/585 of 800 connections/)).toHaveTextContent('Good: 585 of 800 connections');
  });

  it('has every part of every host in its table', async () => {
    render(<SystemPicture figure={fleet} />);
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    // Two parts on each of nine VMs, the database, and the link.
    expect(rows).toHaveLength(20);
    expect(rows.filter((row) => row.textContent?.includes('host lost'))).toHaveLength(2);
  });
});
