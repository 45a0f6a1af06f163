/**
 * Writes every `[…]`, `{…}` and quoted text on one line, with spaces for line ends and comments, so that all
 * places stay. Heat's reader ignores indentation inside them and this parser does not, so this is tried when a
 * text is refused.
 */
export function flattenFlow(text: string): string {
  const scan: Scan = { text, out: [], copied: 0 };
  let at = 0;
  let scalarIndent: number | null = null;
  while (at < text.length) {
    const indent = indentAt(text, at);
    const start = at + indent;
    const isBlank = start >= text.length || text[start] === '\n' || text[start] === '\r';
    if (scalarIndent !== null && (isBlank || indent > scalarIndent)) {
      at = lineEnd(text, at) + 1;
      continue;
    }
    const line = scanLine(scan, start, indent);
    scalarIndent = line.scalarIndent;
    at = line.next;
  }
  return scan.out.join('') + text.slice(scan.copied);
}

interface Scan {
  readonly text: string;
  readonly out: string[];
  copied: number;
}

interface LineScan {
  readonly next: number;
  /** Lines indented further than this belong to a block of text; null where none begins. */
  readonly scalarIndent: number | null;
}

/** Goes from one place where a value can begin to the next; the last one decides about a block of text. */
function scanLine(scan: Scan, start: number, indent: number): LineScan {
  const { text } = scan;
  let at = start;
  let holder = indent;
  for (;;) {
    while (text[at] === ' ') {
      at += 1;
    }
    const unit = text[at] ?? '\n';
    const after = text[at + 1] ?? '\n';
    if (unit === '[' || unit === '{') {
      at = flattenAt(scan, at);
    } else if (unit === '"' || unit === "'") {
      at = flattenQuote(scan, at);
    } else if ((unit === '-' || unit === '?') && /\s/.test(after)) {
      holder = at - start + indent;
      at += 1;
      continue;
    } else if (unit === '&' || unit === '!') {
      at = tokenEnd(text, at);
      continue;
    } else {
      const colon = keyEnd(text, at);
      if (colon === null) {
        const isText = unit === '|' || unit === '>';
        return { next: lineEnd(text, at) + 1, scalarIndent: isText ? holder : null };
      }
      holder = at - start + indent;
      at = colon;
      continue;
    }
    // A quoted or bracketed key may follow with its value.
    if (text[at] === ':' && /\s/.test(text[at + 1] ?? '\n')) {
      at += 1;
      continue;
    }
    return { next: lineEnd(text, at) + 1, scalarIndent: null };
  }
}

function flattenAt(scan: Scan, from: number): number {
  const { text } = scan;
  let depth = 0;
  let at = from;
  scan.out.push(text.slice(scan.copied, from));
  scan.copied = from;
  while (at < text.length) {
    const unit = text[at] ?? '';
    if (unit === '[' || unit === '{') {
      depth += 1;
    } else if (unit === ']' || unit === '}') {
      depth -= 1;
      if (depth === 0) {
        scan.out.push(text.slice(scan.copied, at + 1));
        scan.copied = at + 1;
        return at + 1;
      }
    } else if ((unit === '"' || unit === "'") && /[\s,[{:]/.test(text[at - 1] ?? ' ')) {
      at = flattenQuote(scan, at);
      continue;
    } else if (unit === '\n' || unit === '\r' || unit === '\t') {
      blank(scan, at, at + 1);
    } else if (unit === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      const end = lineEnd(text, at);
      blank(scan, at, end);
      at = end;
      continue;
    }
    at += 1;
  }
  return at;
}

function flattenQuote(scan: Scan, from: number): number {
  const { text } = scan;
  const end = quoteEnd(text, from);
  for (let at = text.indexOf('\n', from); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    blank(scan, text[at - 1] === '\r' ? at - 1 : at, at + 1);
  }
  return end;
}

function blank(scan: Scan, from: number, to: number): void {
  scan.out.push(scan.text.slice(scan.copied, from), ' '.repeat(to - from));
  scan.copied = to;
}

function indentAt(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') {
    at += 1;
  }
  return at - from;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function tokenEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/\s/.test(text[at] ?? '')) {
    at += 1;
  }
  return at;
}

function quoteEnd(text: string, from: number): number {
  const quote = text[from];
  let at = from + 1;
  while (at < text.length) {
    if (text[at] === '\\' && quote === '"') {
      at += 2;
    } else if (text[at] === quote && !(quote === "'" && text[at + 1] === "'")) {
      return at + 1;
    } else {
      at += text[at] === quote ? 2 : 1;
    }
  }
  return at;
}

/** Where the value after a plain key begins; null where the rest of the line is no key. */
function keyEnd(text: string, from: number): number | null {
  for (let at = from; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '#' && (at === from || text[at - 1] === ' ')) {
      return null;
    }
    if (text[at] === ':' && /\s/.test(text[at + 1] ?? '\n')) {
      return at + 1;
    }
  }
  return null;
}
