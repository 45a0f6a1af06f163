import { quantileOf } from '../random/distribution.ts';
import { createRandomStream } from '../random/random-stream.ts';
import { EventHeap } from './event-heap.ts';
import { IdleConnections } from './idle-connections.ts';
import { RequestTable } from './request-table.ts';
import { ResponseRecord } from './response-record.ts';
import type { ScriptStep, SimulationConfig } from './simulation-config.ts';
import { TimeRecord } from './time-record.ts';

/**
 * Everything that changes while a fleet is simulated, as arrays over processes, VMs and requests.
 *
 * Processes of VM v stand side by side: its workers, then its local workers. The request table begins with one
 * token a process (a worker's token is its acceptor's place in the queue for the GVL, a local worker's is its job),
 * then one health probe a VM, the clocks of arrivals, of the counted window and of failures, and one token a process
 * for the end of its sharing a core; after those come real requests.
 * Timers: id p < `processes` is the end of process p's turn on the CPU, id `processes` + r belongs to request r.
 */
export class FleetState {
  readonly config: SimulationConfig;
  readonly workersPerVm: number;
  readonly processesPerVm: number;
  readonly threads: number;
  readonly cores: number;
  readonly vms: number;
  readonly processes: number;
  readonly firstProbe: number;
  readonly arrivalClock: number;
  readonly windowClock: number;
  readonly failureClock: number;
  readonly firstRebalance: number;
  readonly firstRequest: number;

  nowMs = 0;
  events = 0;
  /** Timers set, other than those of local workers, which never end by themselves. */
  liveTimers = 0;
  readonly heap: EventHeap;
  readonly requests: RequestTable;

  /** Request on the CPU (or paused on it by a stall), or -1. */
  readonly running: Int32Array;
  readonly turnMs: Float64Array;
  readonly turnFromMs: Float64Array;
  readonly busy: Int32Array;
  readonly todo: Int32Array;
  /** Stalls and crashes in force; a process works only at 0. */
  readonly halts: Int32Array;
  /** Crashes in force. */
  readonly crashes: Int32Array;
  readonly isTokenQueued: Uint8Array;
  readonly vmOf: Int32Array;
  readonly gvlHead: Int32Array;
  readonly gvlTail: Int32Array;
  readonly todoHead: Int32Array;
  readonly todoTail: Int32Array;

  /** Processes of a VM that want a core, and the speed each gets. */
  readonly runnable: Int32Array;
  readonly speed: Float64Array;
  /** Process on the same core although the VM has cores for all, or -1; and the cores so shared. */
  readonly coreSharer: Int32Array;
  readonly sharedCores: Int32Array;
  readonly addedCpuShare: number;
  readonly wakeCollisionShare: number;
  readonly handOverCollisionShare: number;
  readonly backlog: Int32Array;
  readonly backlogHead: Int32Array;
  readonly backlogTail: Int32Array;
  readonly outstanding: Int32Array;
  /** Of those, connections that found the queue full and are tried again. */
  readonly connecting: Int32Array;
  /** Connections that came while a `private` process was stalled. */
  readonly unaccepted: Int32Array;
  readonly vmCrashes: Int32Array;
  readonly isInPool: Uint8Array;
  readonly isProbeSent: Uint8Array;
  readonly isProbeAnswered: Uint8Array;
  readonly idleConnections: IdleConnections | null;

  nextVm = 0;
  inSystem = 0;
  arrivals = 0;
  /** No more requests will arrive. */
  hasEnded = false;
  isNextArrival = false;
  /** Arrivals after which the counted window opens, where that is not a matter of time; -1 for never. */
  warmUpRequests = -1;
  script: readonly ScriptStep[] = [];
  nextStep = 0;
  readonly responses: ResponseRecord;
  readonly time: TimeRecord;

  readonly arrivalStream;
  readonly cpuStream;
  readonly ioStream;
  readonly routeStream;
  readonly acceptStream;
  readonly pieceStream;
  readonly localStream;
  readonly collisionStream;
  readonly gapQuantile;
  readonly cpuQuantile;
  readonly ioQuantile;

  constructor(config: SimulationConfig) {
    const { fleet, arrivals, demand } = config;
    this.config = config;
    this.workersPerVm = fleet.workersPerVm;
    const localWorkers = fleet.localWorkerCpuShare > 0 ? fleet.localWorkersPerVm : 0;
    this.processesPerVm = fleet.workersPerVm + localWorkers;
    this.threads = fleet.threadsPerWorker;
    this.cores = fleet.coresPerVm;
    this.vms = fleet.vms;
    this.processes = this.vms * this.processesPerVm;
    this.firstProbe = this.processes;
    this.arrivalClock = this.firstProbe + this.vms;
    this.windowClock = this.arrivalClock + 1;
    this.failureClock = this.windowClock + 1;
    this.firstRebalance = this.failureClock + 1;
    this.firstRequest = this.firstRebalance + this.processes;
    this.requests = new RequestTable(this.firstRequest, 1024);
    this.heap = new EventHeap(this.processes + this.requests.capacity);

    const perProcess = () => new Int32Array(this.processes);
    const perVm = () => new Int32Array(this.vms);
    this.running = perProcess().fill(-1);
    this.turnMs = new Float64Array(this.processes);
    this.turnFromMs = new Float64Array(this.processes);
    this.busy = perProcess();
    this.todo = perProcess();
    this.halts = perProcess();
    this.crashes = perProcess();
    this.isTokenQueued = new Uint8Array(this.processes);
    this.vmOf = perProcess().map((_, process) => Math.floor(process / this.processesPerVm));
    this.gvlHead = perProcess().fill(-1);
    this.gvlTail = perProcess().fill(-1);
    this.todoHead = perProcess().fill(-1);
    this.todoTail = perProcess().fill(-1);
    this.runnable = perVm();
    this.speed = new Float64Array(this.vms).fill(1);
    const { cpuShare, collisions } = config.overhead;
    // Collisions are played out, so that what stands for them must not count twice.
    this.addedCpuShare = (cpuShare - (collisions?.standInCpuShare ?? 0)) * (1 - 1 / this.threads);
    this.coreSharer = perProcess().fill(-1);
    this.sharedCores = perVm();
    this.wakeCollisionShare = collisions?.wakeShare ?? 0;
    this.handOverCollisionShare = collisions?.handOverShare ?? 0;
    this.backlog = perVm();
    this.backlogHead = perVm().fill(-1);
    this.backlogTail = perVm().fill(-1);
    this.outstanding = perVm();
    this.connecting = perVm();
    this.unaccepted = perVm();
    this.vmCrashes = perVm();
    this.isInPool = new Uint8Array(this.vms).fill(1);
    this.isProbeSent = new Uint8Array(this.vms);
    this.isProbeAnswered = new Uint8Array(this.vms);
    this.idleConnections = config.keepAlive ? new IdleConnections(this.vms, config.keepAlive) : null;

    const traceLength = arrivals.kind === 'trace' ? arrivals.arrivalsMs.length : 0;
    this.responses = new ResponseRecord(config.slowMs, traceLength);
    this.time = new TimeRecord(this.vms);
    const stream = (index: number) => createRandomStream(config.seed, index, config.replication);
    this.arrivalStream = stream(0);
    this.cpuStream = stream(1);
    this.ioStream = stream(2);
    this.routeStream = stream(3);
    this.acceptStream = stream(4);
    this.pieceStream = stream(5);
    this.localStream = stream(6);
    this.collisionStream = stream(7);
    this.gapQuantile =
      arrivals.kind === 'renewal'
        ? quantileOf(arrivals.gapMs)
        : arrivals.kind === 'poisson' && arrivals.perSecond > 0
          ? quantileOf({ kind: 'exponential', mean: 1000 / arrivals.perSecond })
          : null;
    this.cpuQuantile = quantileOf(demand.kind === 'independent' ? demand.cpuMs : demand.totalMs);
    this.ioQuantile = demand.kind === 'independent' ? quantileOf(demand.ioMs) : null;
  }

  /** Sets the timer that belongs to a request, token or clock. */
  setTimer(request: number, timeMs: number): void {
    const id = this.processes + request;
    if (!this.heap.isSet(id)) this.liveTimers += 1;
    this.heap.schedule(id, timeMs);
  }

  cancelTimer(request: number): void {
    const id = this.processes + request;
    if (this.heap.isSet(id)) this.liveTimers -= 1;
    this.heap.cancel(id);
  }

  isTimerSet(request: number): boolean {
    return this.heap.isSet(this.processes + request);
  }

  isWorker(process: number): boolean {
    return process - this.vmOf[process]! * this.processesPerVm < this.workersPerVm;
  }

  newRequest(): number {
    const request = this.requests.take();
    if (this.heap.capacity < this.processes + this.requests.capacity) {
      this.heap.grow(this.processes + this.requests.capacity);
    }
    return request;
  }
}
