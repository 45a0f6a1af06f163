import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has against the page by WCAG 2.2 AA, one line a node. */
export async function violationsOf(page: Page): Promise<string[]> {
  // By the debugger and not by a script element, which the page's own policy refuses.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // axe puts itself on the window; the page's own types do not know it.
    const { axe: runner } = window as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } };
    type AxeResults = { violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] };
    const { violations } = await runner.run({
      // Off unless asked for, as axe has it for now.
      rules: { 'target-size': { enabled: true } },
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id} at ${n.target.join(' ')}: ${n.failureSummary}`),
    );
  });
}
