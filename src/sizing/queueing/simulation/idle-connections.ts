import type { KeepAlive } from './simulation-config.ts';

/**
 * The connections that each VM's proxy keeps open to its workers between requests. As in nginx, the one used last is
 * used next, and the one idle longest gives way when there are too many.
 */
export class IdleConnections {
  private readonly limits: KeepAlive;
  private readonly held: Int32Array;
  private readonly worker: Int32Array;
  private readonly uses: Int32Array;
  private readonly sinceMs: Float64Array;
  /** Requests already sent on the connection that `take` returned last. */
  usesOfTaken = 0;

  constructor(vms: number, limits: KeepAlive) {
    this.limits = limits;
    this.held = new Int32Array(vms);
    this.worker = new Int32Array(vms * limits.idleConnections);
    this.uses = new Int32Array(vms * limits.idleConnections);
    this.sinceMs = new Float64Array(vms * limits.idleConnections);
  }

  /** The worker at the other end of the connection used last, or -1 where a new one is needed. */
  take(vm: number, nowMs: number): number {
    const held = this.held[vm]!;
    if (held === 0) return -1;
    const slot = vm * this.limits.idleConnections + held - 1;
    // Older connections lie below: if the youngest has timed out, so have all.
    if (nowMs - this.sinceMs[slot]! > this.limits.idleTimeoutMs) {
      this.held[vm] = 0;
      return -1;
    }
    this.held[vm] = held - 1;
    this.usesOfTaken = this.uses[slot]!;
    return this.worker[slot]!;
  }

  put(vm: number, process: number, uses: number, nowMs: number): void {
    const { idleConnections, requestsPerConnection } = this.limits;
    if (uses >= requestsPerConnection || idleConnections === 0) return;
    const from = vm * idleConnections;
    let held = this.held[vm]!;
    if (held === idleConnections) {
      this.worker.copyWithin(from, from + 1, from + held);
      this.uses.copyWithin(from, from + 1, from + held);
      this.sinceMs.copyWithin(from, from + 1, from + held);
      held -= 1;
    }
    this.worker[from + held] = process;
    this.uses[from + held] = uses;
    this.sinceMs[from + held] = nowMs;
    this.held[vm] = held + 1;
  }

  /** A dead process's connections are gone. */
  forget(vm: number, process: number): void {
    const from = vm * this.limits.idleConnections;
    let kept = 0;
    for (let slot = from; slot < from + this.held[vm]!; slot += 1) {
      if (this.worker[slot] === process) continue;
      this.worker[from + kept] = this.worker[slot]!;
      this.uses[from + kept] = this.uses[slot]!;
      this.sinceMs[from + kept] = this.sinceMs[slot]!;
      kept += 1;
    }
    this.held[vm] = kept;
  }
}
