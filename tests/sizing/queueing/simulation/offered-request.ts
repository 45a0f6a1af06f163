import { offerToVm } from '../../../../src/sizing/queueing/simulation/accept.ts';
import type { SimulatedServer } from '../../../../src/sizing/queueing/simulation/base-simulation.ts';
import { FleetState } from '../../../../src/sizing/queueing/simulation/fleet-state.ts';
import type { SimulationConfig } from '../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { fleetOf } from './fleet-of.ts';

/** Two VMs of three workers with four threads: VM 1 has the processes 3, 4 and 5. Of VM 0 all threads are busy. */
export function stateOf(server: SimulatedServer, change: Partial<SimulationConfig> = {}): FleetState {
  const state = new FleetState({ ...fleetOf(server, 2, 3, 4), ...change });
  state.nowMs = 1000;
  state.busy.fill(4, 0, 3);
  return state;
}

export const slot = { accept: { kind: 'shared', policy: 'slot', busyDelayMs: 0 } } as const;

/** A request of 10 ms CPU comes to VM 1; the process that has it, -1 for the listen queue. */
export function offer(state: FleetState, vm = 1): number {
  const request = state.newRequest();
  state.requests.pieceMs[request] = 10;
  offerToVm(state, vm, request);
  return state.requests.process[request]!;
}
