interface Waiting {
  readonly owner: object;
  readonly draw: () => void;
}

/** What is to be drawn once there is a frame for it, in the order it was asked for. */
let waiting: readonly Waiting[] = [];
let isUnderWay = false;

/** Draws when what was drawn before is on the screen, one thing a frame. Asked again, an owner keeps its place. */
export function drawLater(owner: object, draw: () => void): void {
  const isKnown = waiting.some((entry) => entry.owner === owner);
  waiting = isKnown
    ? waiting.map((entry) => (entry.owner === owner ? { owner, draw } : entry))
    : [...waiting, { owner, draw }];
  begin();
}

/** The same before all others that wait: what has been begun is brought to its end first. */
export function drawNext(owner: object, draw: () => void): void {
  waiting = [{ owner, draw }, ...waiting.filter((entry) => entry.owner !== owner)];
  begin();
}

/** Takes back what an owner asked for. */
export function forget(owner: object): void {
  waiting = waiting.filter((entry) => entry.owner !== owner);
}

function begin(): void {
  if (isUnderWay) return;
  isUnderWay = true;
  afterNextPaint();
}

function afterNextPaint(): void {
  // A task that is queued while a frame is being made runs when that frame has been painted.
  requestAnimationFrame(() => setTimeout(drawFirst));
}

function drawFirst(): void {
  const [first, ...others] = waiting;
  waiting = others;
  first?.draw();
  isUnderWay = waiting.length > 0;
  if (isUnderWay) afterNextPaint();
}
