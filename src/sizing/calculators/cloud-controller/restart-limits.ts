import type { Sizing } from './size.ts';

/** Defaults of `cc.thresholds.api.*`: one process was all they had to leave room for. */
const alertMb = 3500;
export const restartMb = 3750;

/** monit's memory limits for the API and all its children, in MB. */
export interface RestartLimits {
  readonly alertMb: number;
  readonly restartSteadilyAboveMb: number;
  readonly restartAboveMb: number;
}

interface SizedMemory extends Pick<Sizing, 'memoryPerVmGib'> {
  readonly fleet: Pick<Sizing['fleet'], 'workersPerVm'>;
}

/** The default limits once for each worker, but never above 90 % of the VM, where the kernel would act first. */
export function restartLimitsOf(sizing: SizedMemory): RestartLimits {
  const workers = sizing.fleet.workersPerVm;
  const ceilingMb = Math.floor(sizing.memoryPerVmGib * 1024 * 0.9);
  return {
    alertMb: Math.min(alertMb * workers, ceilingMb),
    restartSteadilyAboveMb: Math.min(alertMb * workers, ceilingMb),
    restartAboveMb: Math.min(restartMb * workers, ceilingMb),
  };
}

/** Whether the defaults would restart a fleet that stays within the memory it was given. */
export function needsHigherLimits(sizing: Sizing): boolean {
  return restartLimitsOf(sizing).restartAboveMb > restartMb;
}
