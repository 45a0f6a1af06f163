import { useEffect, useState } from 'react';
import type { Session } from '../share/session.ts';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { Chart } from '../sizing/core/figure.ts';
import type { Figure, StudyView } from '../sizing/core/study.ts';
import { createStudyClient } from '../worker/study-client.ts';

export interface ChartGroup {
  readonly view: string;
  readonly title: string;
  readonly isStudy: boolean;
  /** Empty where the view has none, or cannot be worked out. */
  readonly charts: readonly Chart[];
}

export interface PrintCharts {
  /** Of the views that are worked out so far; only those that have charts. */
  readonly groups: readonly ChartGroup[];
  readonly isComplete: boolean;
}

/** All charts of a plan, view by view: those on the page at once, those of the studies as a worker gets to them. */
export function usePrintCharts(calculator: Calculator, session: Session, own: readonly Chart[]): PrintCharts {
  const [done, setDone] = useState<readonly ChartGroup[]>([]);
  useEffect(() => {
    const client = createStudyClient();
    const { plan, selected, attachments = {} } = session;
    let isGone = false;
    async function work(): Promise<void> {
      for (const { id, title } of calculator.views.slice(1)) {
        // Sequentially: of studies asked for at once the client does only the last.
        const view = await client.evaluate({ view: id, plan, selected, attachments }).catch(() => null);
        if (isGone) return;
        setDone((before) => [...before, { view: id, title, isStudy: true, charts: chartsOf(view) }]);
      }
    }
    void work();
    return () => {
      isGone = true;
      client.close();
      setDone([]);
    };
  }, [calculator, session]);
  const [size] = calculator.views;
  const first = { view: size?.id ?? '', title: size?.title ?? '', isStudy: false, charts: own };
  const groups = [first, ...done];
  return {
    groups: groups.filter((g) => g.charts.length > 0),
    isComplete: done.length === calculator.views.length - 1,
  };
}

function chartsOf(view: StudyView | 'superseded' | null): readonly Chart[] {
  if (view === null || view === 'superseded') return [];
  return view.figures.filter(isChart);
}

function isChart(figure: Figure): figure is Chart {
  return figure.kind === 'xy' || figure.kind === 'panels' || figure.kind === 'bars';
}
