import { wholeNumber } from './domain.ts';

/**
 * How an arriving request finds a worker behind one listen socket.
 * `slot`: a random free thread takes it; what is seen of real servers, and the guarantee.
 * `even`: the least busy worker takes it; a best case.
 */
export type AcceptPolicy = 'slot' | 'even';

/**
 * Completions per second of one VM with n = 0 .. workers × threads requests inside, from the rates of one worker.
 *
 * @param workers whole number, 1 or more
 * @param ofOneWorker rates of one worker with 0 .. threads inside, entry 0 being 0
 * @throws RangeError if there is no worker or no thread
 * Source: {@link slotRates}, {@link evenRates}.
 */
export function vmRates(workers: number, ofOneWorker: Float64Array, policy: AcceptPolicy): Float64Array {
  return policy === 'slot' ? slotRates(workers, ofOneWorker) : evenRates(workers, ofOneWorker);
}

/**
 * Rates of a VM whose least busy worker takes each request: n spread evenly. A lower bound of the response time,
 * since departures unbalance the workers (3 to 4 % low at 80 % load).
 *
 * @throws RangeError if there is no worker or no thread
 * Source: flow-equivalent centre with ⌊n/W⌋ or one more in each worker.
 */
export function evenRates(workers: number, ofOneWorker: Float64Array): Float64Array {
  wholeNumber('workers', workers, 1);
  const threads = wholeNumber('threads', ofOneWorker.length - 1, 1);
  const rates = new Float64Array(workers * threads + 1);
  for (let n = 1; n < rates.length; n += 1) {
    const lower = Math.floor(n / workers);
    const withOneMore = n - lower * workers;
    rates[n] = (workers - withOneMore) * rateAt(ofOneWorker, lower);
    if (withOneMore > 0) rates[n] = (rates[n] ?? 0) + withOneMore * rateAt(ofOneWorker, lower + 1);
  }
  return rates;
}

/**
 * Rates of a VM in which a random free thread takes each request. Exact given the worker's rates: the chain of all
 * workers' counts is reversible, so the counts have a product form, whose normalising constants
 * F(n) = Σ Π f(n_i), f(m) = T!/(T-m)! / Π X(j), give mu(n) = (WT - n + 1) F(n-1) / F(n).
 *
 * @throws RangeError if there is no worker or no thread
 * Source: Kolmogorov's criterion; convolution over workers (Buzen 1973).
 */
export function slotRates(workers: number, ofOneWorker: Float64Array): Float64Array {
  wholeNumber('workers', workers, 1);
  const threads = wholeNumber('threads', ofOneWorker.length - 1, 1);
  if (workers === 1) return ofOneWorker.slice();
  const logOne = new Float64Array(threads + 1);
  for (let m = 1; m <= threads; m += 1) {
    logOne[m] = (logOne[m - 1] ?? 0) + Math.log((threads - m + 1) / rateAt(ofOneWorker, m));
  }
  let logAll: Float64Array = logOne;
  for (let added = 1; added < workers; added += 1) logAll = convolved(logAll, logOne);
  const total = workers * threads;
  const rates = new Float64Array(total + 1);
  for (let n = 1; n <= total; n += 1) {
    rates[n] = (total - n + 1) * Math.exp((logAll[n - 1] ?? 0) - (logAll[n] ?? 0));
  }
  // With every thread busy nothing is left to chance: take the sum itself, free of rounding.
  rates[total] = workers * rateAt(ofOneWorker, threads);
  return rates;
}

// In logarithms: 24 workers of 64 threads span more than a double's range.
function convolved(logMany: Float64Array, logOne: Float64Array): Float64Array {
  const result = new Float64Array(logMany.length + logOne.length - 1);
  for (let n = 0; n < result.length; n += 1) {
    const first = Math.max(0, n - logMany.length + 1);
    const last = Math.min(n, logOne.length - 1);
    let largest = Number.NEGATIVE_INFINITY;
    for (let m = first; m <= last; m += 1) {
      const term = (logOne[m] ?? 0) + (logMany[n - m] ?? 0);
      if (term > largest) largest = term;
    }
    let sum = 0;
    for (let m = first; m <= last; m += 1) {
      const below = (logOne[m] ?? 0) + (logMany[n - m] ?? 0) - largest;
      // A smaller term is lost in the last digit of the sum.
      if (below > -40) sum += Math.exp(below);
    }
    result[n] = largest + Math.log(sum);
  }
  return result;
}

/**
 * Mean response in seconds with `clients` that each send the next request as soon as the last one is answered.
 *
 * @param completionsPerSecond rates of the VM, as from {@link vmRates}
 * @param clients whole number, 1 or more; those beyond the threads wait for one
 * @throws RangeError if there is no client or no thread
 * Source: Little's law in the closed system.
 */
export function closedResponseSeconds(completionsPerSecond: Float64Array, clients: number): number {
  wholeNumber('clients', clients, 1);
  const threads = wholeNumber('threads', completionsPerSecond.length - 1, 1);
  return clients / rateAt(completionsPerSecond, Math.min(clients, threads));
}

function rateAt(rates: Float64Array, inside: number): number {
  return rates[inside] ?? 0;
}
