import type { Mark, PanelChart, Place, Point, Series, XyChart } from '../../../../core/figure.ts';
import { capitalised, numberText } from '../../../../core/number-text.ts';
import type { TimeSeries } from '../../../../queueing/simulation/time-record.ts';
import type { LoadCase } from './load-case.ts';
import { responseText } from './load-text.ts';
import { roundedUp } from './rounded-up.ts';
import { failureText, runLabel } from './run-tables.ts';
import type { SimulatedOption } from './simulated-option.ts';

/** The simulated means as places on the curves. */
export function simulatedPlaces(load: LoadCase, finished: readonly SimulatedOption[]): readonly Place[] {
  if (load.inputs.failureKind !== 'none') return [];
  return finished.flatMap(({ one, result }) =>
    result.response
      ? [
          {
            letter: one.option.letter,
            x: load.loadPerSecond,
            y: result.response.meanMs,
            text: responseText(result.response.meanMs / 1000),
          },
        ]
      : [],
  );
}

/** A run second by second: how long the requests of a second take, and how many are in the fleet. */
export function secondsChart(load: LoadCase, finished: readonly SimulatedOption[]): PanelChart {
  const chart = (
    id: string,
    title: string,
    label: string,
    pointsOf: (series: TimeSeries) => readonly Point[],
  ): XyChart => {
    const series = finished.map(({ one, result }): Series & { readonly data: readonly Point[] } => ({
      id: one.option.letter,
      label: one.option.name,
      letter: one.option.letter,
      shape: 'line',
      data: pointsOf(result.series),
    }));
    const all = series.flatMap((s) => s.data);
    return {
      kind: 'xy',
      id,
      title,
      subtitle: '',
      x: {
        label: 'Seconds since the start',
        scale: 'linear',
        min: 0,
        max: Math.max(1, ...all.map((p) => p.x)),
        format: 'number',
      },
      y: {
        label,
        scale: 'linear',
        min: 0,
        max: roundedUp(Math.max(1, ...all.map((p) => p.y))),
        format: 'number',
      },
      series,
      marks: failureMarks(load),
      places: [],
    };
  };
  return {
    kind: 'panels',
    id: 'second-by-second',
    title: 'What happens second by second?',
    subtitle: `${capitalised(runLabel(load))}${failureText(load)}.`,
    panels: [
      chart(
        'second-response',
        'Mean response of the requests that come in a second',
        'Response, ms',
        responses,
      ),
      chart('second-inside', 'Requests in the fleet, waiting or on a thread', 'Requests', inside),
    ],
  };
}

function responses({ bucketMs, meanResponseMs, responses }: TimeSeries): readonly Point[] {
  return Array.from(meanResponseMs, (y, bucket) => ({ x: (bucket * bucketMs) / 1000, y })).filter(
    (_, bucket) => (responses[bucket] ?? 0) > 0,
  );
}

function inside({ bucketMs, busyThreads, queued }: TimeSeries): readonly Point[] {
  return Array.from(queued, (waiting, bucket) => ({
    x: (bucket * bucketMs) / 1000,
    y: waiting + (busyThreads[bucket] ?? 0),
  }));
}

function failureMarks({ inputs }: LoadCase): readonly Mark[] {
  const { failureAtSeconds, failureKind, failureScope, failureSeconds } = inputs;
  if (failureKind === 'none') return [];
  return [
    {
      axis: 'x',
      at: failureAtSeconds,
      to: failureAtSeconds + failureSeconds,
      label: `${failureScope === 'worker' ? 'Process' : 'VM'} ${failureKind === 'stall' ? 'stalled' : 'down'}`,
      detail: `${numberText(failureSeconds)} s`,
      tone: 'note',
    },
  ];
}
