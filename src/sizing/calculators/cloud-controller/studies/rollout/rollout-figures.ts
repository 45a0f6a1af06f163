import type { Point, Series, XyChart } from '../../../../core/figure.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { DataRow, DataTable } from '../../../../core/study-figures.ts';
import type { FleetInputs } from '../../params.ts';
import type { Step } from './deploy-steps.ts';
import type { Lane, Rollout } from './lanes.ts';

/** Before the first deploy, so that today’s fleet can be seen. */
const leadMinutes = 10;

/** Capacity over the time each way takes, against the load. */
export function rolloutChart(lanes: readonly Lane[], { load }: Rollout): XyChart {
  const forth = lanes.filter((lane) => lane.id !== 'back');
  const curves = forth.map((lane) => ({ lane, ...curveOf(lane) }));
  const all = curves.flatMap(({ points }) => points);
  const lowest = forth.map((lane) => `${lane.label.toLowerCase()} ${numberText(lane.lowest)}`).join(', ');
  return {
    kind: 'xy',
    id: 'capacity',
    title: 'How does capacity move during the deploys?',
    subtitle: `Lowest point: ${lowest}; ${numberText(load)} must be carried. Times are the longest, every VM draining as long as it may.`,
    x: {
      label: `Minutes, the first deploy from ${leadMinutes}`,
      scale: 'linear',
      min: 0,
      max: Math.max(60, ...all.map((point) => point.x)),
      format: 'minutes',
    },
    y: {
      label: 'Requests carried',
      scale: 'linear',
      min: 0,
      max: Math.ceil(Math.max(load, ...all.map((point) => point.y)) * 1.1),
      format: 'number',
    },
    series: [
      ...curves.map(
        ({ lane, points }): Series => ({ id: lane.id, label: lane.label, shape: 'line', data: points }),
      ),
      {
        id: 'lowest',
        label: 'Lowest point',
        shape: 'dots',
        marker: 'diamond',
        filled: true,
        data: curves.map(({ lane, lowestX }) => ({
          x: lowestX,
          y: lane.lowest,
          label: numberText(lane.lowest),
        })),
      },
    ],
    marks: [{ axis: 'y', at: load, label: `Load ${numberText(load)}`, tone: 'load' }],
    places: [],
  };
}

/** A line of steps: a level is held until a second before the next. Of many rounds every so many are drawn. */
function curveOf(lane: Lane): { readonly points: readonly Point[]; readonly lowestX: number } {
  const points: { x: number; y: number }[] = [];
  // Not looked for among the points: with rounds of no length the lowest is over as soon as it is reached.
  let lowestX: number | undefined;
  let start = 0;
  const steps = lane.deploys.flatMap((deploy) => deploy.steps);
  const [lead] = steps;
  for (const step of steps) {
    const every = Math.ceil(step.moments.length / 60);
    for (const [index, moment] of step.moments.entries()) {
      const isKept =
        index % every === 0 || index === step.moments.length - 1 || moment.carries === step.lowest;
      if (!isKept) continue;
      const x = Math.round((start + moment.minute) * 60);
      if (moment.carries === lane.lowest) lowestX ??= x;
      const last = points.at(-1);
      if (last && last.x < x - 1 && last.y !== moment.carries) points.push({ x: x - 1, y: last.y });
      if (last && last.x >= x) last.y = moment.carries;
      else points.push({ x, y: moment.carries });
    }
    start += step === lead ? leadMinutes : step.minutes;
  }
  points.push({ x: Math.round(start * 60) + 60, y: points.at(-1)?.y ?? 0 });
  return { points, lowestX: lowestX ?? 0 };
}

/** Every step of a way, with the least it leaves and the most it takes. */
export function stepsTable(lane: Lane, { load }: Rollout, inputs: FleetInputs): DataTable {
  const way = lane.label.charAt(0).toLowerCase() + lane.label.slice(1);
  return {
    kind: 'table',
    id: `steps-${lane.id}`,
    title: lane.id === 'back' ? 'What happens on the way back?' : `What happens in ${way}?`,
    subtitle: `The least that is carried and the most that is taken in each step, against a load of ${numberText(load)}; up to ${hoursText(lane.minutes)}.`,
    columns: [
      { id: 'step', label: 'Step', isNumber: false },
      { id: 'deploy', label: 'Deploy', isNumber: false },
      { id: 'lowest', label: 'Lowest', isNumber: true },
      { id: 'after', label: 'After', isNumber: true },
      { id: 'thin', label: 'Thin VMs', isNumber: true },
      { id: 'puma', label: 'Puma VMs', isNumber: true },
      { id: 'vcpu', label: 'vCPU', isNumber: true },
      { id: 'memory', label: 'GiB', isNumber: true },
      { id: 'connections', label: 'DB conn.', isNumber: true },
      { id: 'minutes', label: 'Minutes', isNumber: true },
    ],
    rows: lane.deploys.flatMap((deploy) =>
      deploy.steps.map((step, index) => stepRow(lane, deploy.title, step, index, load, inputs)),
    ),
    isSortable: false,
    empty: 'There is nothing to roll out.',
  };
}

function stepRow(
  lane: Lane,
  deploy: string,
  step: Step,
  index: number,
  load: number,
  inputs: FleetInputs,
): DataRow {
  const cell = (value: number, isOver = false) => ({
    text: numberText(value),
    value,
    ...(isOver ? { tone: 'bad' as const } : {}),
  });
  const over = (value: number, most: number | null) => cell(value, most !== null && value > most);
  const isLowest = lane.lowest < load && step.lowest === lane.lowest;
  return {
    id: `${lane.id} ${deploy} ${index}`,
    isMarked: isLowest,
    cells: [
      { text: step.title, value: null },
      { text: deploy, value: null },
      cell(step.lowest, step.lowest < load),
      cell(step.after),
      cell(step.thinVms),
      cell(step.pumaVms),
      over(step.vcpus, inputs.rolloutMaxVcpus),
      over(step.memoryGib, inputs.rolloutMaxMemory),
      over(step.connections, inputs.connectionsFree),
      cell(step.minutes),
    ],
  };
}

/** "3 h 46 min": a deploy's length is said in hours. */
export function hoursText(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return counted(whole, 'minute');
  const rest = whole % 60;
  return `${numberText(Math.floor(whole / 60))} h${rest > 0 ? ` ${rest} min` : ''}`;
}
