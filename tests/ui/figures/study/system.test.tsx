import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { SystemCell, SystemFigure } from '../../../../src/sizing/core/study-figures.ts';
import { cellLayout, storeMost } from '../../../../src/ui/figures/system/cell-layout.ts';
import { packedHosts, systemScale } from '../../../../src/ui/figures/system/system-scale.ts';
import { SystemPicture } from '../../../../src/ui/figures/system.tsx';
import { apiVms, fleet, hostsCell } from './sample-figures.ts';

/** Wide enough for two options on a desk, and for four on a phone. */
const rooms = [330, 78] as const;

function cellAt(system: number, place: number): SystemCell {
  const cell = fleet.systems[system]?.cells[place];
  if (!cell) throw new Error('The sample has no such cell.');
  return cell;
}

/** Sub-paths of a path: one a box or a dot. */
const partsOf = (path: string) => path.split('M').length - 1;

function layoutOf(cell: SystemCell, room: number) {
  return cellLayout(cell, systemScale(fleet, room), room, 800);
}

/** `count` options like the second, each with so many VMs in the first zone. */
function figureOf(options: number, vms: number): SystemFigure {
  const [, system] = fleet.systems;
  if (!system) throw new Error('The sample has no second option.');
  const cells = system.cells.map((cell, i) => (i === 2 ? hostsCell(apiVms(1, true), apiVms(vms - 1)) : cell));
  return { ...fleet, systems: Array.from({ length: options }, () => ({ ...system, cells })) };
}

describe('cellLayout', () => {
  it('draws every process, helper and slot once, those at work apart from those that are out', () => {
    for (const room of rooms) {
      const zone = layoutOf(cellAt(1, 2), room);
      // A VM of four is lost, of a second one worker of four; three are well.
      expect(partsOf(zone.frames)).toBe(4);
      expect(partsOf(zone.lostFrames)).toBe(1);
      expect(partsOf(zone.boxes)).toBe(3 + 3 * 4);
      expect(partsOf(zone.lostBoxes)).toBe(4 + 1);
      expect(partsOf(zone.dots)).toBe(15 * 13);
      expect(partsOf(zone.lostDots)).toBe(5 * 13);
      expect(partsOf(zone.helpers)).toBe(4 * 8);
      expect(partsOf(zone.lostHelpers)).toBe(8);
      // The lost VM, and the worker on the other.
      expect(partsOf(zone.strikes)).toBe(2);
    }
  });

  it('draws a dot for each request, those without a thread apart', () => {
    const router = layoutOf(cellAt(0, 0), 330);
    expect([partsOf(router.dots), partsOf(router.shortDots)]).toEqual([380, 20]);
  });

  it('keeps hosts inside their column and apart', () => {
    for (const room of rooms) {
      for (const cell of [cellAt(0, 2), cellAt(1, 2)]) {
        const { runs, height } = packedHosts(cell, systemScale(fleet, room), room);
        const boxes = runs.flatMap(({ shape, spots }) =>
          spots.map(({ x, y }) => ({ x, y, right: x + shape.width, bottom: y + shape.height })),
        );
        for (const [i, a] of boxes.entries()) {
          expect(a.right).toBeLessThanOrEqual(room);
          expect(a.bottom).toBeLessThanOrEqual(height);
          for (const b of boxes.slice(i + 1))
            expect(a.right <= b.x || b.right <= a.x || a.bottom <= b.y || b.bottom <= a.y).toBe(true);
        }
      }
    }
  });

  it('keeps processes and dots inside their host', () => {
    for (const room of rooms) {
      const scale = systemScale(fleet, room);
      for (const { shape } of packedHosts(cellAt(1, 2), scale, room).runs)
        for (const part of shape.parts) {
          const rows = Math.ceil(part.count / part.columns);
          expect(part.columns * (part.width + part.gap) - part.gap).toBeLessThan(shape.width);
          expect(part.top + rows * (part.height + part.gap) - part.gap).toBeLessThan(shape.height);
          if (part.dotColumns === 0 || scale.pitchPx === null) continue;
          expect(part.dotColumns * scale.pitchPx).toBeLessThan(part.width);
          expect(Math.ceil(13 / part.dotColumns) * scale.pitchPx).toBeLessThan(part.height);
        }
    }
  });

  it('fills a store to scale: 400 of 800 half as high as its limit', () => {
    const [half] = layoutOf(
      hostsCell({
        title: 'database',
        count: 1,
        isLost: false,
        parts: [{ shape: 'store', label: 'connection', used: 400, limit: 800 }],
      }),
      78,
    ).stores;
    expect(half?.usedPx).toBe((half?.limitPx ?? 0) / 2);
    expect(half?.isTorn).toBe(false);
  });
});

describe('storeMost', () => {
  const storeOf = (used: number, limit: number | null) =>
    hostsCell({
      title: 'database',
      count: 1,
      isLost: false,
      parts: [{ shape: 'store', label: 'connection', used, limit }],
    });

  it('is the largest of all options or the limit, but at most twice the limit', () => {
    expect(storeMost([storeOf(540, 800), storeOf(657, 800)])).toBe(800);
    expect(storeMost([storeOf(540, 600), storeOf(657, 600)])).toBe(657);
    expect(storeMost([storeOf(576, 600), storeOf(9072, 600)])).toBe(1200);
    expect(storeMost([storeOf(55, null), storeOf(391, null)])).toBe(391);
  });
});

describe('systemScale', () => {
  it('draws every slot of a few hundred processes, for six options as for one', () => {
    expect(systemScale(figureOf(1, 60), 684).pitchPx).not.toBeNull();
    const six = systemScale(figureOf(6, 20), 104);
    expect(six.hasEachHost).toBe(true);
    expect(six.pitchPx).not.toBeNull();
  });

  it('draws alike hosts as one that says how many, where they cannot be counted', () => {
    const figure = figureOf(2, 500);
    const scale = systemScale(figure, 330);
    expect(scale.hasEachHost).toBe(false);
    const cell = figure.systems[0]?.cells[2];
    if (!cell) throw new Error('The sample has no zone.');
    const layout = cellLayout(cell, scale, 330, 0);
    expect(layout.texts.map(({ text }) => text)).toEqual(['×499']);
    expect([partsOf(layout.frames), partsOf(layout.lostFrames)]).toEqual([1, 1]);
  });

  it('draws no dots where there are too many, but every request to scale', () => {
    const [, system] = fleet.systems;
    if (!system) throw new Error('The sample has no second option.');
    const router = hostsCell({
      title: 'gorouter',
      count: 1,
      isLost: false,
      parts: [{ shape: 'demand', label: 'request', count: 50_000, short: 25_000 }],
    });
    const figure = { ...fleet, systems: [{ ...system, cells: [router, ...system.cells.slice(1)] }] };
    const scale = systemScale(figure, 330);
    expect(scale.pitchPx).toBeNull();
    const { boxes, shortBox } = cellLayout(router, scale, 330, 0);
    const widthOf = (path: string) => Number(/h([\d.]+)/.exec(path)?.[1]);
    expect(widthOf(boxes)).toBe(widthOf(shortBox));
  });
});

describe('SystemPicture', () => {
  it('has a column for each option and says what stands at each place', () => {
    render(<SystemPicture figure={fleet} />);
    const picture = screen.getByRole('table');
    expect(within(picture).getAllByRole('columnheader')).toHaveLength(2);
    const zone = within(picture).getByRole('rowheader', { name: 'API VMs in z1' }).closest('tbody');
    const spoken = within(zone as HTMLElement)
      .getAllByRole('img')
      .map((cell) => cell.getAttribute('aria-label'));
    expect(spoken).toEqual([
      'API VM, out of service; 9 × API VM: each 1 × Thin process of 20 threads, 2 × local worker.',
      'API VM, out of service; API VM: 4 × API worker of 13 threads, 1 of them out of service, 8 × local worker; ' +
        '3 × API VM: each 4 × API worker of 13 threads, 8 × local worker.',
    ]);
  });

  it('calls a lost place lost, once for all options', () => {
    const places = fleet.places.map((place) => ({ ...place, isLost: place.id === 'z1' }));
    render(<SystemPicture figure={{ ...fleet, places }} />);
    expect(screen.getByRole('rowheader', { name: 'API VMs in z1 lost' })).toBeVisible();
  });

  it('says none where an option has no host', () => {
    const systems = fleet.systems.map((system) => ({
      ...system,
      cells: system.cells.map((cell, i) => (i === 3 && system.letter === 'A' ? hostsCell() : cell)),
    }));
    render(<SystemPicture figure={{ ...fleet, systems }} />);
    const zone = screen.getByRole('rowheader', { name: 'API VMs in z2' }).closest('tbody');
    const cells = within(zone as HTMLElement).getAllByRole('cell');
    expect(cells[0]).toHaveTextContent('none');
    expect(cells[1]).not.toHaveTextContent('none');
  });

  it('judges what flows by a word, not by colour alone', () => {
    render(<SystemPicture figure={fleet} />);
    expect(screen.getByText('20 short').closest('td')).toHaveTextContent('Problem: 380 20 short');
    expect(screen.getByText('3 spare').closest('td')).toHaveTextContent('Good: 403 3 spare');
  });

  it('has every part of every kind of host in its table', async () => {
    render(<SystemPicture figure={fleet} />);
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    const table = screen.getByRole('region', { name: /numbers$/ });
    const rows = within(table).getAllByRole('row').slice(1);
    // Of A: requests, threads, two parts on two kinds of VM in z1 and on one in z2, database. Of C a kind more.
    expect(rows).toHaveLength(9 + 11);
    expect(rows.filter((row) => row.textContent?.includes('out of service'))).toHaveLength(4);
  });
});
