/** The guide's recommendation of workers by the size of a controller. */
export interface WorkerRow {
  readonly vcpu: number;
  readonly engineWorkers: number;
  readonly apiWorkers: number;
  /** As the guide writes it: "32+". */
  readonly label: string;
}

/** Section "Worker Sizing Guidelines" of the guide (HT-3). */
export const workerTable: readonly WorkerRow[] = [
  { vcpu: 4, engineWorkers: 2, apiWorkers: 2, label: '4' },
  { vcpu: 8, engineWorkers: 4, apiWorkers: 4, label: '8' },
  { vcpu: 16, engineWorkers: 8, apiWorkers: 4, label: '16' },
  { vcpu: 32, engineWorkers: 16, apiWorkers: 8, label: '32+' },
];

/** What the table gives for a controller, and how it was read: the guide is silent between and below its rows. */
export interface TableReading {
  readonly engineWorkers: number;
  readonly apiWorkers: number;
  readonly row: WorkerRow | null;
  readonly reading: 'row' | 'lower row' | 'below the table';
}

/** Between two rows the lower one counts; below the first, one worker for each 2 vCPU. Both are our reading. */
export function readWorkerTable(vcpuPerController: number): TableReading {
  const row = workerTable.findLast((r) => r.vcpu <= vcpuPerController);
  if (!row) {
    const workers = Math.max(1, Math.floor(vcpuPerController / 2));
    return { engineWorkers: workers, apiWorkers: workers, row: null, reading: 'below the table' };
  }
  const isRow = row.vcpu === vcpuPerController || row === workerTable.at(-1);
  return {
    engineWorkers: row.engineWorkers,
    apiWorkers: row.apiWorkers,
    row,
    reading: isRow ? 'row' : 'lower row',
  };
}

/** The guide's other sentence, "2–4 workers per CPU core" (HT-2). It contradicts the table and is never mixed with it. */
export function workersByText(vcpuPerController: number): { readonly from: number; readonly to: number } {
  return { from: 2 * vcpuPerController, to: 4 * vcpuPerController };
}

/** "At least `heat_engine_workers * 2`" (HT-6). */
export function poolByRule(engineWorkers: number): number {
  return 2 * engineWorkers;
}
